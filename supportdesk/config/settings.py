"""The settings, each declared once with its meaning and default; a TOML file holds what differs."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal, get_args, get_type_hints

if TYPE_CHECKING:
    from pathlib import Path

Theme = Literal["system", "light", "dark"]
Encryption = Literal["keyring", "passphrase", "off"]
TEXT_SIZES = range(90, 151)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; every field has a default, so an empty file is a whole one."""

    language: str = field(
        default="", metadata={"about": "interface language such as en, fr or ar; empty: the system's"}
    )
    theme: Theme = field(default="system", metadata={"about": "system, light or dark"})
    text_size: int = field(default=100, metadata={"about": "per cent, 90 to 150"})
    encryption: Encryption = field(default="keyring", metadata={"about": "keyring, passphrase or off"})
    first_run_done: bool = field(default=False, metadata={"about": "whether the desk has been set up"})
    actor: str = field(default="", metadata={"about": "the id of the agent who works at this desk"})
    policy: str = field(default="", metadata={"about": "the support policy that new clients get"})
    time_zone: str = field(default="", metadata={"about": "the desk's time zone; empty: the system's"})


_HINTS = get_type_hints(Settings)


def _accepts(name: str, value: object) -> bool:
    hint = _HINTS[name]
    if choices := get_args(hint):
        return value in choices
    if name == "text_size":
        return isinstance(value, int) and not isinstance(value, bool) and value in TEXT_SIZES
    return type(value) is hint


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings and what was wrong in the file, one sentence each; a wrong value counts as not given."""

    settings: Settings
    problems: tuple[str, ...] = ()


def load(path: Path) -> LoadedSettings:
    """Read the file. A missing file gives the defaults; an unreadable one too, with the reason."""
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return LoadedSettings(Settings(), (f"{path.name} can't be read: {error}",))
    problems = [f"{path.name}: there is no setting {name}" for name in values if name not in _HINTS]
    known = {name: value for name, value in values.items() if name in _HINTS}
    good = {name: value for name, value in known.items() if _accepts(name, value)}
    abouts = {each.name: each.metadata["about"] for each in fields(Settings)}
    problems += [f"{path.name}: {name} takes {abouts[name]}" for name in known if name not in good]
    return LoadedSettings(replace(Settings(), **good), tuple(problems))


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all; OSError if the folder can't be written."""
    defaults = asdict(Settings())
    abouts = {each.name: each.metadata["about"] for each in fields(Settings)}
    lines = [
        f"# {abouts[name]}\n{name} = {_literal(value)}\n"
        for name, value in asdict(settings).items()
        if value != defaults[name]
    ]
    part = path.with_suffix(".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with part.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
