"""From a tool and a target to the exact argument list or link; pure: it finds nothing and starts nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from supportdesk.domain.errors import KnownError
from supportdesk.remote.links import checked_link, host_allowed
from supportdesk.remote.targets import Target, hole_values, no_such_mode, normalised
from supportdesk.remote.templates import (
    SCHEMES,
    changes_a_setting,
    filled,
    filled_uri,
    holes,
    scheme,
)
from supportdesk.remote.tool import BUNDLE, PROGRAM, Launch, System, Tool


@dataclass(frozen=True, slots=True)
class Start:
    """A program to start, by the whole list of its arguments; the first is its absolute path."""

    argv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link to hand to the system."""

    url: str


Plan = Start | OpenLink


class ToolMissing(KnownError):
    """The tool's program is not on this computer. The id can be copied, the web version opened, the program chosen."""

    def __init__(self, tool: Tool) -> None:
        web = "open the web version, " if tool.web else ""
        choose = "choose the program" if tool.places else "choose another tool"
        super().__init__(
            f"{tool.name} was not found on this computer.",
            "Nothing was started.",
            f"Copy the ID, {web}or {choose}.",
        )


class PlanRefused(KnownError):
    """What was to be started is not what the tool's file describes."""


def plan(tool: Tool, target: Target, system: System, program: str | None = None) -> Plan:
    """How to reach the target: the tool's own template, with validated values only.

    `program` is the path that was found for the tool, None where none was. The values are checked once more, so that
    a target that came from a file or a database is worth no more than a typed one. Raises TargetRefused, ModeRefused,
    ToolMissing or PlanRefused; nothing else can come out.
    """
    if target.tool != tool.key:
        raise _refused(tool)
    name = program_name(system, program) if program is not None else ""
    launch = tool.launch(target.mode, system, _as_declared(tool, system, name))
    if launch is None:
        raise no_such_mode(tool)
    values = _values(tool, target, system)
    if needs_program(tool, launch, system):
        values |= _program_values(tool, launch, system, program)
    if launch.link:
        return OpenLink(_link(tool, target, launch.link, values))
    return Start(tuple(_argument(tool, template, values) for template in launch.argv))


def web_version(tool: Tool) -> OpenLink | None:
    """The page to use where the program is missing; None for a tool without one."""
    return OpenLink(tool.web) if tool.web else None


def needs_program(tool: Tool, launch: Launch, system: System) -> bool:
    """Whether a program has to be found first: https opens in any browser, another scheme only where its tool is."""
    if launch.argv:
        return any(hole in (PROGRAM, BUNDLE) for argument in launch.argv for hole in holes(argument))
    own_scheme = scheme(launch.link) not in ("", "https")
    return own_scheme and system in tool.places


def program_name(system: System, program: str) -> str:
    """The file's name of a path, as the system that it belongs to writes paths."""
    return re.split(r"[\\/]" if system is System.WINDOWS else "/", program.rstrip("/"))[-1]


def name_allowed(tool: Tool, system: System, name: str) -> bool:
    """Whether a program of this name may be started for the tool. Windows and macOS don't tell capitals apart."""
    return bool(_as_declared(tool, system, name))


def is_absolute(system: System, program: str) -> bool:
    """Whether a path says by itself where it leads, on this computer. A network share is somewhere else."""
    if "\0" in program or program.startswith(("\\\\", "//")):
        return False
    return program.startswith("/") or (
        system is System.WINDOWS and bool(re.match(r"[A-Za-z]:[\\/]", program))
    )


def _as_declared(tool: Tool, system: System, name: str) -> str:
    places = tool.places.get(system)
    known = places.executables if places is not None else ()
    if system is System.LINUX:
        return name if name in known else ""
    return next((each for each in known if each.lower() == name.lower()), "")


def _values(tool: Tool, target: Target, system: System) -> dict[str, str]:
    values: dict[str, str] = {}
    for field in tool.needed(target.mode, system):
        value = target.values.get(field.hole, "")
        if normalised(tool, field, value, target.allowed) != value:
            raise _refused(tool)
        values |= hole_values(field, value)
    return values


def _program_values(tool: Tool, launch: Launch, system: System, program: str | None) -> dict[str, str]:
    if program is None:
        raise ToolMissing(tool)
    name = _as_declared(tool, system, program_name(system, program))
    if not name or not is_absolute(system, program) or (launch.programs and name not in launch.programs):
        raise _refused(tool)
    return {PROGRAM: program, BUNDLE: tool.places[system].bundle}


def _argument(tool: Tool, template: str, values: dict[str, str]) -> str:
    if template == f"{{{PROGRAM}}}":
        return values[PROGRAM]
    if scheme(template):
        return _uri(tool, template, values)
    # A value begins with a letter or a digit and has no slash, so it can't become an option or a link of its own.
    return filled(template, values)


def _uri(tool: Tool, template: str, values: dict[str, str]) -> str:
    uri = filled_uri(template, values)
    if uri is None or scheme(uri) != scheme(template) or scheme(uri) not in SCHEMES or changes_a_setting(uri):
        raise _refused(tool)
    return uri


def _link(tool: Tool, target: Target, template: str, values: dict[str, str]) -> str:
    whole = next((each.hole for each in tool.fields if template == f"{{{each.hole}}}"), "")
    # A field that is a link by itself was put together when it was normalised.
    url = values[whole] if whole else _uri(tool, template, values)
    if scheme(url) == "https":
        checked = checked_link(url)
        if checked is None or checked[0] != url or not _host_known(tool, target, checked[1]):
            raise _refused(tool)
    return url


def _host_known(tool: Tool, target: Target, host: str) -> bool:
    return host_allowed(host, tool.hosts) or (tool.own_sites and host_allowed(host, target.allowed.sites))


def _refused(tool: Tool) -> PlanRefused:
    return PlanRefused(
        f"This can't be started with {tool.name}.",
        "It doesn't have the form that the tool's file describes; nothing was started.",
        "Enter the ID again, or choose the program again.",
    )
