"""Whether a service keeps the contract that the player relies on; it is heard while it is checked."""

import time
from collections.abc import Callable

from ..speech.service import Begun, Done, Passed, Service

_MEMBERS = ("name", "rate_wpm", "fastest_wpm", "sets_volume", "say", "cancel", "next", "close")
_POLL_SECONDS = 0.2


def check_service(make: Callable[[], Service], *, seconds: float = 30.0) -> None:
    """Raises `AssertionError` where what ``make`` makes does not keep the contract of `reader.speech.service.Service`.

    A message is told as begun, then its places, then as done; one that is silenced does not hold up the next. Each has
    ``seconds`` to be heard.
    """
    service = make()
    for member in _MEMBERS:
        assert hasattr(service, member), f"a service has {member}; see reader.speech.service"
    assert service.name, "a service has a name"
    assert 0 < service.rate_wpm <= service.fastest_wpm, f"{service.rate_wpm} words a minute is no rate of it"
    try:
        for text in ("Yes.", "Hello there, “you”."):
            _check_message(service, text, service.say(text, "en", None, 100), seconds)
        silenced = service.say("This goes on and on. " * 20, "en", None, 100)
        service.cancel()
        text = "And this."
        number = service.say(text, "en", None, 100)
        assert number != silenced, f"two messages have the number {number}"
        _check_message(service, text, number, seconds)
    finally:
        service.close()
        service.close()


def _check_message(service: Service, text: str, number: int, seconds: float) -> None:
    """Raises `AssertionError` where a message is not told as it should be; what is told of others is passed over."""
    end = time.monotonic() + seconds
    begun, last = False, 0
    while time.monotonic() < end:
        told = service.next(_POLL_SECONDS)
        if told is None or (isinstance(told, Begun | Passed | Done) and told.message != number):
            continue
        match told:
            case Begun():
                assert not begun, f"{text!r}: was begun twice"
                begun = True
            case Passed(_, char):
                assert begun, f"{text!r}: a place in it was passed before it was begun"
                assert last <= char < len(text), f"{text!r}: the place {char} is not in it, or behind {last}"
                last = char
            case Done(_, canceled):
                assert begun, f"{text!r}: was done before it was begun"
                assert not canceled, f"{text!r}: was silenced, but nobody asked for that"
                return
            case _:
                raise AssertionError(f"{text!r}: it told a {type(told).__name__} instead of Begun, Passed or Done")
    raise AssertionError(f"{text!r}: was not {'done' if begun else 'begun'} within {seconds:g} s")
