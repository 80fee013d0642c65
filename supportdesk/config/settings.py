"""The settings, each declared once with its meaning and default; a TOML file holds what differs."""

from __future__ import annotations

import json
import os
import re
import stat
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints
from uuid import UUID

Theme = Literal["system", "light", "dark"]
Encryption = Literal["keyring", "passphrase", "off"]
TEXT_SIZES = range(90, 151)
_MOST_BYTES = 256 * 1024
_SHOWN = 40
_RATE = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,4})?) ([A-Z]{3})", re.ASCII)
# Written even where it is the default: how a desk is locked and who sits at it must not hang on what is left out.
_ALWAYS = frozenset({"encryption", "actor"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; every field has a default, so that a desk can be shown before it is set up."""

    language: str = field(
        default="", metadata={"about": "interface language such as en, fr or ar; empty: the system's"}
    )
    theme: Theme = field(default="system", metadata={"about": "system, light or dark"})
    text_size: int = field(default=100, metadata={"about": "per cent, 90 to 150"})
    encryption: Encryption = field(default="keyring", metadata={"about": "keyring, passphrase or off"})
    first_run_done: bool = field(default=False, metadata={"about": "whether the desk has been set up"})
    actor: str = field(default="", metadata={"about": "the id of the agent who works at this desk"})
    policy: str = field(default="", metadata={"about": "the support policy that new clients get"})
    time_zone: str = field(
        default="", metadata={"about": "a time zone such as Europe/Paris; empty: the system's"}
    )
    remote_tool: str = field(
        default="",
        metadata={"about": "the remote-session tool offered first, such as teamviewer; empty: the first"},
    )
    remote_programs: dict[str, str] = field(
        default_factory=dict,
        metadata={
            "about": 'where remote-session tools lie that aren\'t found, as { teamviewer = "the whole path" }'
        },
    )
    remote_rate: str = field(
        default="",
        metadata={
            "about": "what an hour of a remote session is worth, such as 90.00 EUR; empty: not reckoned"
        },
    )


_HINTS = get_type_hints(Settings)


# Texts that stand for something; what they stand for is read from them, or they are wrong.
def _zone(name: str) -> object:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - a desk that follows the system's zone needs it after its first window

    return ZoneInfo(name)


def read_rate(text: str) -> tuple[Decimal, str]:
    """The amount and the currency that a rate such as 90.00 EUR stands for; ValueError for anything else."""
    found = _RATE.fullmatch(text.strip())
    if found is None:
        message = f"no rate: {_short(text)}"
        raise ValueError(message)
    return Decimal(found[1]), found[2]


_FORMS: dict[str, Callable[[Any], object]] = {
    "actor": UUID,
    "time_zone": _zone,
    "remote_rate": read_rate,
}
_ABOUTS: dict[str, str] = {each.name: each.metadata["about"] for each in fields(Settings)}


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """What a file gave: the settings that could be used, and what is wrong with it.

    `problems` are sentences that name the file and, where there is one, the line; a wrong value counts as not given.
    `given` are the settings that stand in the file. `missing` tells that there is no file, which is no problem here:
    whether there should be one only the profile can say.
    """

    settings: Settings
    problems: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    missing: bool = False


class _Unreadable(Exception):
    """The file as a whole gives nothing; the text says why, and begins in the middle of a sentence."""


def load(path: Path) -> LoadedSettings:
    """Read the file; never raises. What can't be read gives the defaults, and the reason."""
    text = ""
    try:
        text = _text(path)
        values: dict[str, Any] = tomllib.loads(text)
    except FileNotFoundError:
        return LoadedSettings(Settings(), missing=True)
    except (OSError, ValueError, RecursionError, _Unreadable) as error:
        return LoadedSettings(Settings(), (f"{path.name}{_why(error, text)}",))
    return _checked(path, text, values)


def _why(error: Exception, text: str) -> str:
    if isinstance(error, tomllib.TOMLDecodeError):
        return _place_first(str(error), text)
    why = str(error)
    if isinstance(error, OSError):
        why = error.strerror or why
    elif isinstance(error, UnicodeDecodeError):
        why = f"byte {error.start + 1} is no UTF-8 text"
    elif isinstance(error, RecursionError):
        why = "it is nested too deeply"
    return f" can't be read: {why}"


def _checked(path: Path, text: str, values: dict[str, Any]) -> LoadedSettings:
    problems = []
    good: dict[str, Any] = {}
    for name, value in values.items():
        place = f"{path.name}{_line_of(text, name)}"
        if name not in _HINTS:
            problems.append(f"{place}: there is no setting “{_short(name)}”")
        elif not _accepts(name, value):
            problems.append(f"{place}: {name} takes {_ABOUTS[name]}")
        else:
            good[name] = value
    return LoadedSettings(replace(Settings(), **good), tuple(problems), frozenset(good))


def _text(path: Path) -> str:
    # Opened without waiting, and looked at before it is read: a pipe in its place would keep the desk waiting for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _Unreadable("it is no file")
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise _Unreadable(f"it is larger than {_MOST_BYTES // 1024} KB, which no settings file is")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _place_first(told: str, text: str) -> str:
    """The parser's words with the line in front, as every other problem has it."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", told, re.DOTALL)
    if found is None:
        return f": {told}"
    line = found[2] or str(text.rstrip("\n").count("\n") + 1)
    column = f", column {found[3]}" if found[3] else ""
    return f", line {line}{column}: {found[1]}"


def _line_of(text: str, name: str) -> str:
    """`, line 3` where the setting stands in the file; nothing where it can't be told."""
    key = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
    for number, line in enumerate(text.split("\n"), 1):
        if key.match(line):
            return f", line {number}"
    return ""


def _short(name: str) -> str:
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"


def _accepts(name: str, value: object) -> bool:
    hint = _HINTS[name]
    if name == "remote_programs":
        return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    if choices := get_args(hint):
        return value in choices
    if name == "text_size":
        return isinstance(value, int) and not isinstance(value, bool) and value in TEXT_SIZES
    return type(value) is hint and _can_be_read(name, value)


def _can_be_read(name: str, value: object) -> bool:
    read = _FORMS.get(name)
    if read is None or not value:
        return True
    try:
        read(value)
    except (ValueError, KeyError, OSError):  # a zone that is nowhere is a KeyError
        return False
    return True


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        pairs = ", ".join(f"{_literal(key)} = {_literal(each)}" for key, each in value.items())
        return f"{{ {pairs} }}"
    # What JSON escapes TOML reads the same way; this one letter JSON lets through and TOML does not.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all; OSError if the folder can't be written.

    Whoever reads meanwhile, and whatever ends the program or the computer, finds the file before or the file after.
    """
    defaults = asdict(Settings())
    lines = [
        f"# {_ABOUTS[name]}\n{name} = {_literal(value)}\n"
        for name, value in asdict(settings).items()
        if value != defaults[name] or name in _ALWAYS
    ]
    import tempfile  # noqa: PLC0415 - settings are read at each start, and written now and then

    # A link stays a link: what it points to is written.
    place = Path(os.path.realpath(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own, so that two programs that save at once do not write into one another.
    descriptor, name = tempfile.mkstemp(prefix=f"{place.name}.", suffix=".part", dir=place.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines))
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _keep_name(place.parent)


def _keep_name(folder: Path) -> None:
    """See to it that the new file's name outlasts a power cut; elsewhere than on POSIX a folder can't be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
