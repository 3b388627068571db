"""Where the sound goes: a ``device``, a ``sound_file``, or ``nothing``; each is imported by who sends sound there."""
