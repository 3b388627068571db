"""Where the sound goes: a device, a file, or nothing."""

from .device import Device
from .nothing import Nothing
from .sound_file import SoundFile

__all__ = ["Device", "Nothing", "SoundFile"]
