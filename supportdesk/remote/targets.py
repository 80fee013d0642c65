"""What a person typed for a tool, brought to the one form that may be handed on, or refused; it starts nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from supportdesk.domain.errors import KnownError
from supportdesk.remote.links import (
    LONGEST_HOST,
    LONGEST_LINK,
    checked_link,
    host_allowed,
    is_host,
)
from supportdesk.remote.tool import Field, Form, Mode, Shape, System, Tool

LONGEST_TEXT = 128
LONGEST_TYPED = 4 * LONGEST_LINK
_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)
_HIGHEST_PORT = 65535
# What a copied value brings along at its ends. Other control characters are refused, not trimmed.
_AROUND = " \t\r\n\u00a0\u202f"
SPACES = " \u00a0\u202f"
# Typed by people who write Arabic or Persian: their digits mean what ours mean.
_DIGITS = {ord(first) + value: str(value) for first in "\u0660\u06f0" for value in range(10)}
_UPPER = {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
_LOWER = {ord(letter.upper()): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
# A text begins with a letter or a digit, so it can't be an option, and none of its signs means anything to a shell,
# to a path or to a link. A file's own pattern can only narrow this.
_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+-")


class Reason(StrEnum):
    """Why a value was refused, for a screen that says it in another language."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    SIGN = "sign"
    COUNT = "count"
    SHAPE = "shape"
    PORT = "port"
    LINK = "link"
    PLACE = "place"


class TargetRefused(KnownError):
    """A value can't be used for a tool. `count` is how many digits or characters it has, `sign` a wrong one."""

    def __init__(
        self, field: Field, reason: Reason, what: str, *, count: int | None = None, sign: str = ""
    ) -> None:
        remedy = f"Correct it; it looks like {field.example}."
        super().__init__(what, "Nothing was started.", remedy)
        self.field = field
        self.reason = reason
        self.count = count
        self.sign = sign


class ModeRefused(KnownError):
    """The tool can't start so on this system."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an administrator allows for a tool beyond its file: longer ids, and sites of one's own."""

    longer: bool = False
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a session leads: normalised values by field, as they may be stored, and what they were checked against."""

    tool: str
    mode: Mode
    values: Mapping[str, str]
    allowed: Allowed = Allowed()


def make_target(
    tool: Tool,
    system: System,
    typed: Mapping[str, str],
    *,
    mode: Mode = Mode.CONTROL,
    allowed: Allowed = Allowed(),
) -> Target:
    """The target for what was typed, by hole. Raises TargetRefused for a value, ModeRefused for the mode."""
    if mode not in tool.modes(system):
        raise no_such_mode(tool)
    needed = tool.needed(mode, system)
    values = {field.hole: normalised(tool, field, typed.get(field.hole, ""), allowed) for field in needed}
    return Target(tool.key, mode, values, allowed)


def no_such_mode(tool: Tool) -> ModeRefused:
    """The refusal to start a tool in a way it doesn't have on this system."""
    return ModeRefused(
        f"{tool.name} can't be started so on this computer.", "Nothing was started.", "Choose another tool."
    )


def normalised(tool: Tool, field: Field, typed: str, allowed: Allowed = Allowed()) -> str:
    """The one form of a value that may be stored and handed on. Doing it twice changes nothing; else TargetRefused."""
    # Nothing a person types is that long; looking at all of it would only take time.
    if len(typed) > LONGEST_TYPED:
        raise TargetRefused(field, Reason.TOO_LONG, f"This is too long. {field.shape.wording}")
    text = typed.strip(_AROUND).translate(_DIGITS)
    if not text:
        raise TargetRefused(field, Reason.MISSING, f"{field.label} is missing.")
    if text.startswith(("-", "/")):
        raise _disturbed(field, text[0])
    if field.form is Form.LINK:
        return _link(tool, field, text, allowed)
    text = _in_case(field, text.translate(dict.fromkeys(map(ord, field.drop))))
    if field.form is Form.HOST:
        return _host(field, text)
    if field.form is Form.SITE:
        return _site(tool, field, text, allowed)
    return _text(field, text, longer=allowed.longer)


def hole_values(field: Field, value: str) -> dict[str, str]:
    """What a normalised value fills the field's holes with."""
    if field.form is not Form.HOST:
        return {field.hole: value}
    host, _, port = value.partition(":")
    return {"host": host, "port": port or str(field.port)}


def shown(field: Field, value: str) -> str:
    """A normalised value as people read it: 602 724 282. Groups fill from the right; only digits are grouped."""
    if not field.group or not (value.isascii() and value.isdigit()):
        return value
    first = len(value) % field.group
    groups = [value[start : start + field.group] for start in range(first, len(value), field.group)]
    return " ".join([value[:first], *groups] if first else groups)


def _in_case(field: Field, text: str) -> str:
    # Not `upper`: it makes ASCII letters out of signs that are none.
    if field.case == "upper":
        return text.translate(_UPPER)
    return text.translate(_LOWER) if field.case == "lower" else text


def _text(field: Field, text: str, *, longer: bool) -> str:
    shape = field.longer if longer and field.longer is not None else field.shape
    for sign in text[: LONGEST_TEXT + 1]:
        if sign not in _SIGNS:
            raise _disturbed(field, sign, shape)
    if len(text) > LONGEST_TEXT:
        raise _miscounted(field, text, shape)
    if not text[:1].isalnum() or re.fullmatch(shape.pattern, text, re.ASCII) is None:
        raise _miscounted(field, text, shape)
    return text


def _host(field: Field, text: str) -> str:
    host, colon, port = text.partition(":")
    _only_plain(field, host)
    if not is_host(host):
        reason = Reason.TOO_LONG if len(host) > LONGEST_HOST else Reason.SHAPE
        raise TargetRefused(field, reason, field.shape.wording)
    if not colon:
        return host
    if _PORT.fullmatch(port) is None or not 1 <= int(port) <= _HIGHEST_PORT:
        raise TargetRefused(field, Reason.PORT, f"A port is a number from 1 to {_HIGHEST_PORT}.")
    # One computer is stored in one way: without the port that goes without saying.
    return host if int(port) == field.port else f"{host}:{int(port)}"


def _site(tool: Tool, field: Field, text: str, allowed: Allowed) -> str:
    host = text.translate(_LOWER)
    _only_plain(field, host)
    if not is_host(host):
        raise TargetRefused(field, Reason.SHAPE, field.shape.wording)
    _require_allowed(tool, field, host, allowed)
    return host


def _link(tool: Tool, field: Field, text: str, allowed: Allowed) -> str:
    # The scheme is the one part that people copy in capitals.
    if text[:8].lower() == "https://":
        text = f"https://{text[8:]}"
    checked = checked_link(text)
    if checked is None:
        raise TargetRefused(field, Reason.LINK, field.shape.wording)
    link, host = checked
    _require_allowed(tool, field, host, allowed)
    return link


def _require_allowed(tool: Tool, field: Field, host: str, allowed: Allowed) -> None:
    if not host_allowed(host, tool.hosts) and not (tool.own_sites and host_allowed(host, allowed.sites)):
        what = f"{host} is not a known site of {tool.name}."
        raise TargetRefused(field, Reason.PLACE, what)


def _only_plain(field: Field, text: str) -> None:
    for sign in text[: LONGEST_HOST + 1]:
        if sign not in _SIGNS:
            raise _disturbed(field, sign)


def _disturbed(field: Field, sign: str, shape: Shape | None = None) -> TargetRefused:
    wording = (shape or field.shape).wording
    return TargetRefused(field, Reason.SIGN, f"{wording} This one has {_named(sign)} in it.", sign=sign)


def _miscounted(field: Field, text: str, shape: Shape) -> TargetRefused:
    count: int | None = None
    counted = ""
    if field.counts == "digits" and text.isdigit():
        count, counted = len(text), f" This one has {len(text)}."
    elif field.counts == "characters":
        count = len(text)
        counted = " This one has one character." if count == 1 else f" This one has {count} characters."
    reason = Reason.SHAPE if count is None else Reason.COUNT
    return TargetRefused(field, reason, f"{shape.wording}{counted}", count=count)


def _named(sign: str) -> str:
    if sign.isspace():
        return "a space"
    # What turns the direction of writing round, or can't be seen, would make the sentence itself unreadable.
    if category(sign)[0] in "CZM":
        return f"a sign that can’t be seen (U+{ord(sign):04X})"
    return f"“{sign}”"
