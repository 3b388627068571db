"""VoiceOver, asked by AppleScript to say something: prismatoid needs a window for that, which a terminal cannot give.

VoiceOver obeys where its user has allowed it, in VoiceOver Utility, General, "Allow VoiceOver to be controlled with
AppleScript". Source: the command ``output`` in VoiceOver's scripting dictionary.
"""

import subprocess
from typing import Final

from reader.errors import EngineError

PATIENCE_S: Final = 5
_SCRIPT = ("on run given", 'tell application "VoiceOver" to output item 1 of given', "end run")


class VoiceOver:
    """See `reader_screenreader_service.Announcer`. What VoiceOver says it shows in braille too."""

    name = "VoiceOver"

    def present(self, text: str) -> None:
        lines = [part for line in _SCRIPT for part in ("-e", line)]
        try:
            done = subprocess.run(
                ["osascript", *lines, " ".join(text.split())],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
            )  # fmt: skip
            trouble = done.stderr.strip() if done.returncode else ""
        except (OSError, subprocess.TimeoutExpired) as error:
            trouble = str(error)
        if trouble:
            raise EngineError(
                "VoiceOver does not let sayall speak; in VoiceOver Utility, General, allow it to be controlled with "
                f"AppleScript, or choose another with --engine ({' '.join(trouble.split())})"
            )

    def silence(self) -> None:
        self.present(" ")

    def is_speaking(self) -> bool | None:
        return None
