"""Where a tool's program lies on a computer and whether it is too old; it starts nothing and asks nobody."""

from __future__ import annotations

import os
import plistlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from xml.parsers.expat import ExpatError

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_plan import is_absolute, name_allowed, needs_program, program_name
from supportdesk.remote.machine import Machine
from supportdesk.remote.tool import Places, RegistryPlace, Safe, System, Tool

# Not PATH: whoever can change a person's shell profile, or write to a folder that PATH names, would choose what a
# desk starts. Only root can write to these.
LINUX_FOLDERS = ("/usr/bin", "/usr/local/bin", "/snap/bin")
_LARGEST_PLIST = 1024 * 1024
_NUMBERS = re.compile(r"\d{1,9}(?:\.\d{1,9})*", re.ASCII)
_QUOTED_PROGRAM = re.compile(r'\s*"([^"]+)"')
_BARE_PROGRAM = re.compile(r"\s*(.+?\.exe)(?:\s|$)", re.IGNORECASE)


class State(StrEnum):
    """What looking for a tool came to. ONLY_INCOMING: what is there can be connected to, but can't begin a session."""

    FOUND = "found"
    ONLY_INCOMING = "only_incoming"
    MISSING = "missing"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Found:
    """A tool's program on this computer. `version` is "" where it can't be told; `too_old` is a notice, not a bar."""

    state: State
    program: str | None = None
    version: str = ""
    too_old: bool = False


class Unfit(StrEnum):
    """Why a program can't be a tool's, as part of a sentence; a screen says it in another language."""

    NOT_NEEDED = "it needs no program on this system"
    NOT_WHOLE = "its path is not a whole one on this computer"
    OTHER_NAME = "it has another name"
    NOT_THERE = "it is not there"
    NOT_RUNNABLE = "it can't be run"


class ProgramRefused(KnownError):
    """The program that was chosen can't be the tool's."""

    def __init__(self, tool: Tool, why: Unfit, names: tuple[str, ...]) -> None:
        remedy = f"Choose {' or '.join(names)}, with the whole path." if names else "Choose another tool."
        super().__init__(
            f"This program can't be used for {tool.name}: {why}.", "Nothing was changed.", remedy
        )
        self.why = why
        self.names = names


def find(tool: Tool, machine: Machine, chosen: str = "") -> Found:
    """Look for the tool's program.

    The chosen one counts first: who chose it knew of the others. One that is gone meanwhile is passed over. Then come
    the registry and the usual folders. Tools that a browser opens are not looked for.
    """
    places = tool.places.get(machine.system)
    needing = [each for each in tool.launches if machine.system in each.systems]
    if places is None or not any(needs_program(tool, each, machine.system) for each in needing):
        return Found(State.NOT_NEEDED)
    candidates = _candidates(places, machine)
    if chosen and _why_not(tool, machine, chosen) is None:
        version = next((version for path, version in candidates if str(path) == chosen), "")
        return _found(places, chosen, version or _app_version(machine, Path(chosen)))
    for path, version in candidates:
        if name_allowed(tool, machine.system, path.name) and _usable(path, places, machine):
            return _found(places, str(path), version or _app_version(machine, path))
    if any(path.name in places.incoming_only and _there(path) for path, _ in candidates):
        return Found(State.ONLY_INCOMING)
    return Found(State.MISSING)


def check_chosen(tool: Tool, machine: Machine, chosen: str) -> str:
    """The path of a program that a person or an administrator chose for the tool. Raises ProgramRefused."""
    why = _why_not(tool, machine, chosen)
    if why is not None:
        places = tool.places.get(machine.system)
        raise ProgramRefused(tool, why, places.executables if places is not None else ())
    return chosen


def too_old(version: str, safe: Safe) -> bool:
    """Whether a version has known grave weaknesses; one that can't be read is not held against anybody."""
    have = _numbers(version)
    if not have or not (safe.least or safe.after):
        return False
    if any(
        _at_least(have, line) and have[: len(line) - 1] == line[:-1] for line in map(_numbers, safe.lines)
    ):
        return False
    if safe.after:
        return _at_least(_numbers(safe.after), have)
    return not _at_least(have, _numbers(safe.least))


def _found(places: Places, program: str, version: str) -> Found:
    return Found(State.FOUND, program, version, too_old(version, places.safe))


def _why_not(tool: Tool, machine: Machine, chosen: str) -> Unfit | None:
    places = tool.places.get(machine.system)
    if places is None:
        return Unfit.NOT_NEEDED
    if not is_absolute(machine.system, chosen):
        return Unfit.NOT_WHOLE
    if not name_allowed(tool, machine.system, program_name(machine.system, chosen)):
        return Unfit.OTHER_NAME
    path = Path(chosen)
    if not _there(path):
        return Unfit.NOT_THERE
    return None if _usable(path, places, machine) else Unfit.NOT_RUNNABLE


def _candidates(places: Places, machine: Machine) -> list[tuple[Path, str]]:
    if machine.system is System.WINDOWS:
        return list(_on_windows(places, machine))
    if machine.system is System.MACOS:
        return list(_on_macos(places, machine))
    return list(_on_linux(places, machine))


def _on_windows(places: Places, machine: Machine) -> Iterator[tuple[Path, str]]:
    for place in places.registry:
        folder = _registered_folder(place, machine)
        if folder is not None:
            version = machine.registry.read(place.key, place.version) if place.version else None
            yield from ((folder / name, version or "") for name in _names(places))
    for template in places.folders:
        for folder in _windows_folders(template, machine):
            yield from ((folder / name, "") for name in _names(places))


def _names(places: Places) -> tuple[str, ...]:
    return places.executables + places.incoming_only


def _registered_folder(place: RegistryPlace, machine: Machine) -> Path | None:
    value = machine.registry.read(place.key, place.folder)
    if not value:
        return None
    if place.command:
        program = _QUOTED_PROGRAM.match(value) or _BARE_PROGRAM.match(value)
        value = re.split(r"[\\/][^\\/]*$", program[1])[0] if program is not None else ""
    value = value.strip().strip('"')
    # A person's own part of the registry can name a share, and only looking there would sign the person in to it.
    return Path(value) if is_absolute(System.WINDOWS, value) else None


def _windows_folders(template: str, machine: Machine) -> list[Path]:
    variable, *parts = template.split("\\")
    start = machine.variable(variable.strip("%"))
    if not is_absolute(System.WINDOWS, start):
        return []
    folders = [Path(start)]
    for part in parts:
        if "*" in part:
            folders = [below for folder in folders for below in _matching(folder, part)]
        else:
            folders = [folder / part for folder in folders]
    return folders


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        found = list(folder.glob(pattern))
    except OSError:
        return []
    # The newest first, so that Version15 comes before Version9.
    return sorted(
        found, key=lambda path: ([int(each) for each in re.findall(r"\d{1,9}", path.name)], path.name)
    )[::-1]


def _on_macos(places: Places, machine: Machine) -> Iterator[tuple[Path, str]]:
    for folder in (machine.root / "Applications", machine.home / "Applications"):
        yield from ((folder / name, "") for name in _names(places))


def _on_linux(places: Places, machine: Machine) -> Iterator[tuple[Path, str]]:
    # By name first: the order of the names is the tool's preference.
    for name in _names(places):
        for folder in (*LINUX_FOLDERS, *places.folders):
            yield machine.root / folder.lstrip("/") / name, ""


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _usable(path: Path, places: Places, machine: Machine) -> bool:
    if machine.system is System.MACOS:
        return _plist(path).get("CFBundleIdentifier") == places.bundle
    try:
        return path.is_file() and os.access(path, os.X_OK)
    except (OSError, ValueError):
        return False


def _app_version(machine: Machine, path: Path) -> str:
    if machine.system is not System.MACOS:
        return ""
    version = _plist(path).get("CFBundleShortVersionString")
    return version if isinstance(version, str) else ""


def _plist(application: Path) -> dict[str, object]:
    try:
        with (application / "Contents" / "Info.plist").open("rb") as file:
            content = plistlib.loads(file.read(_LARGEST_PLIST))
    except (OSError, ValueError, ExpatError, plistlib.InvalidFileException, RecursionError, OverflowError):
        return {}
    return content if isinstance(content, dict) else {}


def _numbers(version: str) -> tuple[int, ...]:
    found = _NUMBERS.match(version.strip().lower().removeprefix("v"))
    return tuple(int(each) for each in found[0].split(".")) if found is not None else ()


def _at_least(have: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    # 15.83 and 15.83.0 are one version.
    pairs = list(zip_longest(have, wanted, fillvalue=0))
    return [mine for mine, _ in pairs] >= [theirs for _, theirs in pairs]
