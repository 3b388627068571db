"""Stands in for Orca 49 on the session's bus: notes in the file that is named what its remote controller gets.

Run by a Python that has PyGObject: Debian's own, where Orca is installed. The interfaces are those that Orca documents
in README-REMOTE-CONTROLLER.md: a message is presented in speech and braille, InterruptSpeech is silence.
"""

import sys
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib

SERVICE = """<node><interface name="org.gnome.Orca.Service">
<method name="PresentMessage"><arg type="s" direction="in"/><arg type="b" direction="out"/></method>
</interface></node>"""
MODULE = """<node><interface name="org.gnome.Orca.Module">
<method name="ListCommands"><arg type="a(ss)" direction="out"/></method>
<method name="ExecuteCommand"><arg type="s" direction="in"/><arg type="b" direction="in"/>
<arg type="b" direction="out"/></method></interface></node>"""


def called(_bus: Any, _sender: str, _path: str, _name: str, method: str, given: Any, answer: Any) -> None:
    if method == "ListCommands":
        answer.return_value(GLib.Variant("(a(ss))", ([("InterruptSpeech", "Interrupts speech.")],)))
        return
    with Path(sys.argv[1]).open("a") as asked:
        asked.write(f"{method} {given.unpack()[0]}\n")
    answer.return_value(GLib.Variant("(b)", (True,)))


def acquired(bus: Any, _name: str) -> None:
    for path, text in (("", SERVICE), ("/SpeechManager", MODULE)):
        (described,) = Gio.DBusNodeInfo.new_for_xml(text).interfaces
        bus.register_object(f"/org/gnome/Orca/Service{path}", described, called)


def owned(_bus: Any, _name: str) -> None:
    Path(sys.argv[1]).touch()


if __name__ == "__main__":
    Gio.bus_own_name(Gio.BusType.SESSION, "org.gnome.Orca.Service", Gio.BusNameOwnerFlags.NONE, acquired, owned, None)
    GLib.MainLoop().run()
