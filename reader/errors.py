"""What can go wrong, said so that the listener knows what to do.

::

    SayallError                 one line: what you gave, and what to do; exit status 2
    ├── LocationError           the location names nothing that can be opened
    │   ├── FetchError          the web page could not be fetched
    │   └── RefusedError        it could be fetched, but for your safety it was not
    ├── PageError               the page was opened, but holds no story that can be read
    │   └── PageTooLargeError   it is larger than the limits allow
    ├── VoiceError              no such voice, or its file is broken
    ├── PronunciationError      a file of pronunciations is missing or broken
    ├── EngineError             the speech engine is missing, or stopped working
    │   └── NoSoundError        there is no sound device to play on
    ├── PluginError             a plugin is broken; it is named, and the reading goes on without it
    ├── SiteRuleError           rules for a site are broken; they are named, and the reading goes on without them
    └── UsageError              the words of the command do not fit together

Anything else that is raised is a bug, and shows its traceback under ``--debug`` only.
"""


class SayallError(Exception):
    """Something the listener can mend; the message is one line that names what was given and what to do."""


class LocationError(SayallError):
    """The location names nothing that can be opened."""


class FetchError(LocationError):
    """The web page could not be fetched."""


class RefusedError(LocationError):
    """The location was refused for the listener's safety."""


class PageError(SayallError):
    """The page was opened, but no story can be read from it."""


class PageTooLargeError(PageError):
    """The page is larger than `reader.page.Limits` allows."""


class VoiceError(SayallError):
    """There is no such voice, or its file is broken."""


class PronunciationError(SayallError):
    """A file of pronunciations is missing or broken."""


class EngineError(SayallError):
    """The speech engine is missing, or stopped working."""


class NoSoundError(EngineError):
    """There is no sound device to play on."""


class PluginError(SayallError):
    """A plugin is broken."""


class SiteRuleError(SayallError):
    """Rules for a site are broken; ``name`` is theirs, and the message begins with it."""

    def __init__(self, name: str, trouble: str) -> None:
        super().__init__(f"{name}: {trouble}")
        self.name = name


class UsageError(SayallError):
    """The words of the command do not fit together."""
