"""Where the sound goes: a device, a file, or nothing."""

from .device import Device
from .nothing import Nothing
from .wav_file import WavFile

__all__ = ["Device", "Nothing", "WavFile"]
