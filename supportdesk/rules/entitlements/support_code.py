"""Support codes (SAP-1): reading what was typed or spoken, and slowing down who guesses; PINs are kept elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.cases.state import Refusal

RULE = "SAP-1"
PIN_DIGITS = 5
FREE_FAILURES = 3
WINDOW = timedelta(minutes=10)
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
_MOST_TYPED = 500
_FORM = re.compile(r"([A-Za-z0-9]{1,60})([0-9]{5})")


@dataclass(frozen=True, slots=True)
class SupportCode:
    """A well-formed support code. The client code is in capitals; the PIN never shows in a log or message."""

    client_code: str
    pin: str = field(repr=False)


class HasClientCode(Protocol):
    """Somebody who belongs to a client."""

    @property
    def client_code(self) -> str: ...


_Contact = TypeVar("_Contact", bound=HasClientCode)


def parse(typed: str) -> SupportCode:
    """Read a support code: capitals and small letters are alike, spaces and hyphens don't count (SAP-1).

    The last five characters are the PIN, whatever comes before. Raises RuleRefusal, which says what form a code
    has and never repeats what was typed.
    """
    kept = "".join(_plain(letter) for letter in unicodedata.normalize("NFKC", typed[:_MOST_TYPED]))
    found = _FORM.fullmatch(kept) if len(typed) <= _MOST_TYPED else None
    if found is None:
        raise RuleRefusal(
            RULE,
            "This is no support code.",
            f"A code is the client code, letters and digits, followed by the contact's PIN of {PIN_DIGITS} digits.",
            "Such as SAPONE12345. The client code stands on the client's invoices, the PIN in the program.",
        )
    return SupportCode(client_code=found[1].upper(), pin=found[2])


def _plain(letter: str) -> str:
    if letter.isspace() or unicodedata.category(letter) == "Pd":
        return ""
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def matching(
    code: SupportCode, contacts: Iterable[_Contact], has_pin: Callable[[_Contact, str], bool]
) -> tuple[_Contact, ...]:
    """The contacts whom this code identifies; `has_pin` compares a PIN with what is kept of a contact's."""
    of_client = [contact for contact in contacts if contact.client_code.upper() == code.client_code]
    return tuple(contact for contact in of_client if has_pin(contact, code.pin))


def unmatched() -> Refusal:
    """What is said of a well-formed code that identifies nobody: the same, whichever part exists."""
    return Refusal(
        RULE, "This support code does not match.", "Ask for the code again, or find the client by name."
    )


@dataclass(frozen=True, slots=True)
class Throttle:
    """Slows down failing codes from one place.

    The third failure within ten minutes brings a wait of 15 seconds, each further one doubles it, up to a quarter
    of an hour; a success, or ten quiet minutes after the wait, ends it. A frozen value: `failed` and `succeeded`
    give the next one. Instants are UTC; a clock set back counts as standing still.
    """

    failures: tuple[datetime, ...] = ()
    level: int = 0
    until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """How long until the next try; zero if it may be now."""
        return max(self.until - now, timedelta(0)) if self.until is not None else timedelta(0)

    def refuse(self, now: datetime) -> Refusal | None:
        """Why the next try has to wait, or None."""
        wait = self.wait(now)
        if not wait:
            return None
        seconds = -(-wait // timedelta(seconds=1))
        shown = f"{seconds} seconds" if seconds > 1 else "one second"
        return Refusal(
            RULE, "Several support codes in a row did not match.", f"The next can be tried in {shown}."
        )

    def failed(self, now: datetime) -> Throttle:
        """After a code that did not match. A try made while it should have waited counts as a failure too."""
        now = max([now, *self.failures[-1:]])
        last_of_row = self.until if self.until is not None else now
        level = self.level if now - last_of_row <= WINDOW else 0
        recent = tuple(at for at in self.failures if now - at <= WINDOW)[-FREE_FAILURES:]
        if level > 0 or len(recent) + 1 >= FREE_FAILURES:
            level += 1
        if level == 0:
            return Throttle(failures=(*recent, now))
        # A power of two beyond any wait would only be a needlessly large number.
        wait = min(FIRST_WAIT * 2 ** min(level - 1, 20), LONGEST_WAIT)
        return Throttle(failures=(*recent, now), level=level, until=now + wait)

    def succeeded(self) -> Throttle:
        """After a code that matched."""
        return replace(self, failures=(), level=0, until=None)
