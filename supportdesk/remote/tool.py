"""A remote-session tool as a record: its fields, its places and its launches; files and checks live elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PROGRAM, BUNDLE = "program", "bundle"
"""Holes that no person fills: the program's path, and the id of a macOS application."""


class System(StrEnum):
    """The operating systems that a desk runs on."""

    WINDOWS = "windows"
    MACOS = "macos"
    LINUX = "linux"


class Kind(StrEnum):
    """What leads to the other computer."""

    PEER_ID = "peer_id"
    SESSION_LINK = "session_link"
    HOST = "host"
    BROKER = "broker"
    LIVE_CODE = "live_code"


class Secret(StrEnum):
    """Who asks for the password. There is no word for one that a desk passes on: it never does."""

    ASKED = "asked"
    SITE_LOGIN = "site_login"
    NONE = "none"


class Mode(StrEnum):
    """What a session is for, or what it is begun with."""

    CONTROL = "control"
    FILE_TRANSFER = "file_transfer"
    VPN = "vpn"
    SOS = "sos"
    UNATTENDED = "unattended"
    KEY = "key"


class Form(StrEnum):
    """What a field holds: TEXT has its pattern in the file, the others are checked by code alone."""

    TEXT = "text"
    HOST = "host"
    SITE = "site"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern that a whole value matches (ASCII), and the sentence that tells people what it asks for."""

    pattern: str
    wording: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a case may store for a tool.

    `drop` are the signs that people write for looks only, `group` how many digits stand together when shown (0: no
    groups), `counts` what a refusal counts ("digits", "characters" or ""), `case` the case that letters are brought to
    ("upper", "lower" or ""). `longer` holds where an administrator allows longer values. `port` counts for a HOST only.
    """

    hole: str
    label: str
    form: Form
    shape: Shape
    example: str
    longer: Shape | None = None
    counts: str = ""
    drop: str = ""
    group: int = 0
    case: str = ""
    port: int = 0

    @property
    def holes(self) -> tuple[str, ...]:
        """The holes of a template that this field fills."""
        return ("host", "port") if self.form is Form.HOST else (self.hole,)


@dataclass(frozen=True, slots=True)
class RegistryPlace:
    """Where Windows tells a tool's folder and version; with `command` the value is a command line, not a folder."""

    key: str
    folder: str
    version: str = ""
    command: bool = False


@dataclass(frozen=True, slots=True)
class Safe:
    """From which version on no grave weakness is known.

    `least` is the first safe version, or `after` the last unsafe one where no repaired one was named; `lines` are
    repaired versions of older lines (15.64.10 makes 15.64.12 safe, too).
    """

    least: str = ""
    after: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Where a tool lies on one system. On macOS `executables` are names of applications.

    `incoming_only` are programs of the same maker that can be connected to but can't begin a session.
    """

    executables: tuple[str, ...]
    incoming_only: tuple[str, ...] = ()
    registry: tuple[RegistryPlace, ...] = ()
    folders: tuple[str, ...] = ()
    bundle: str = ""
    safe: Safe = Safe()


@dataclass(frozen=True, slots=True)
class Launch:
    """One way to start: an argument list, or a link to open. `programs` narrows it to some executables."""

    mode: Mode
    systems: tuple[System, ...]
    argv: tuple[str, ...] = ()
    link: str = ""
    programs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as its file describes it, checked whole.

    `hosts` are those its links may lead to (`help.example` or `*.example.com`); `own_sites` tells that an
    administrator may name further ones. `web` is the page to use where the program is missing, or "".
    """

    key: str
    name: str
    order: int
    kind: Kind
    secret: Secret
    secret_note: str
    fields: tuple[Field, ...]
    places: Mapping[System, Places]
    launches: tuple[Launch, ...]
    hosts: tuple[str, ...] = ()
    own_sites: bool = False
    web: str = ""

    def modes(self, system: System) -> tuple[Mode, ...]:
        """What the tool can do on this system, the usual first; empty where it can't start at all."""
        return tuple(dict.fromkeys(each.mode for each in self.launches if system in each.systems))

    def launch(self, mode: Mode, system: System, program_name: str = "") -> Launch | None:
        """The way to start in this mode; without a program's name the first."""
        for each in self.launches:
            narrowed = bool(program_name and each.programs) and program_name not in each.programs
            if each.mode is mode and system in each.systems and not narrowed:
                return each
        return None

    def needed(self, mode: Mode, system: System) -> tuple[Field, ...]:
        """The fields that have to be filled in before the tool can start so, in the file's order."""
        launch = self.launch(mode, system)
        if launch is None:
            return ()
        text = " ".join((*launch.argv, launch.link))
        return tuple(field for field in self.fields if any(f"{{{hole}}}" in text for hole in field.holes))
