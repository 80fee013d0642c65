"""What a file may say of starting a tool: templates that can't be turned into anything else; it fills none."""

from __future__ import annotations

from supportdesk.remote.links import host_allowed
from supportdesk.remote.templates import (
    SCHEMES,
    changes_a_setting,
    has_stray_braces,
    holes,
    is_shell,
    names_secret,
    scheme,
)
from supportdesk.remote.toml_table import Table
from supportdesk.remote.tool import BUNDLE, PROGRAM, Field, Form, Launch, System, Tool

MAC_OPENER = "/usr/bin/open"
"""The one program besides a tool's own that is ever started: it hands a link to an application by its id."""

_PROGRAM, _BUNDLE = f"{{{PROGRAM}}}", f"{{{BUNDLE}}}"


def check_launches(tool: Tool, table: Table, never: tuple[str, ...]) -> None:
    """Refuse the file if any of its launches could do more than begin a session. `never` are words none may use."""
    if not tool.launches:
        table.refuse("launch", "A tool needs one way to start, at least.")
    needed: dict[tuple[str, str], frozenset[str]] = {}
    for number, launch in enumerate(tool.launches, start=1):
        place = f"launch[{number}]"
        if bool(launch.argv) == bool(launch.link):
            table.refuse(place, "Either “start” or “open” is needed.")
        for part, template in _parts(launch):
            _check_template(tool, table, f"{place}.{part}", template)
            if any(_uses(template, word) for word in never):
                table.refuse(f"{place}.{part}", "The file itself says that this is never used.")
        if launch.argv:
            _check_start(tool, table, place, launch)
        else:
            _check_link(tool, table, f"{place}.open", launch.link)
        _check_programs(tool, table, place, launch)
        asked = frozenset(hole for _, template in _parts(launch) for hole in holes(template)) - {
            PROGRAM,
            BUNDLE,
        }
        for system in launch.systems:
            # A person fills in the fields before it is known which program will be found.
            if needed.setdefault((launch.mode, system), asked) != asked:
                table.refuse(place, "Two ways to start for one mode and system need different fields.")


def _parts(launch: Launch) -> list[tuple[str, str]]:
    if launch.link:
        return [("open", launch.link)]
    return [(f"start[{number}]", each) for number, each in enumerate(launch.argv, start=1)]


def _uses(template: str, word: str) -> bool:
    # An option is meant as a whole and as it is written: -B hands on a password, -b names an application.
    if word.startswith("-"):
        return template.partition("=")[0] == word
    return word.lower() in template.lower()


def _check_template(tool: Tool, table: Table, place: str, template: str) -> None:
    known = {hole for field in tool.fields for hole in field.holes} | {PROGRAM, BUNDLE}
    if has_stray_braces(template) or not set(holes(template)) <= known:
        table.refuse(place, f"Known holes, written whole in braces: {', '.join(sorted(known))}.")
    if "}{" in template or not template.isascii() or any(sign in template for sign in " \"'\\|<>^`;$"):
        table.refuse(
            place, "An argument is plain ASCII without spaces and quotes, and its holes don't touch."
        )
    if names_secret(template):
        table.refuse(place, "A password is never handed on; the tool asks for it.")
    if changes_a_setting(template):
        table.refuse(place, "This link would change the tool's own settings.")
    links = {field.hole for field in _links(tool)}
    if links & set(holes(template)) and template.strip("{}") not in links:
        table.refuse(place, "A link fills a template by itself.")
    if scheme(template) and scheme(template) not in SCHEMES:
        table.refuse(place, f"Only these can be opened: {', '.join(sorted(SCHEMES))}.")
    if "://" in template and not scheme(template):
        table.refuse(place, "A link can't be hidden inside an argument.")


def _check_start(tool: Tool, table: Table, place: str, launch: Launch) -> None:
    first, rest = launch.argv[0], launch.argv[1:]
    if first == MAC_OPENER:
        _check_mac_opener(tool, table, place, launch)
    elif first != _PROGRAM:
        table.refuse(f"{place}.start[1]", f"The first is {_PROGRAM}, or {MAC_OPENER} on macOS.")
    elif System.MACOS in launch.systems:
        # What lies in /Applications is a folder; only the system can start it.
        table.refuse(f"{place}.start[1]", f"On macOS the first is {MAC_OPENER}.")
    for number, argument in enumerate(rest, start=2):
        where = f"{place}.start[{number}]"
        if is_shell(argument):
            table.refuse(where, "A program that runs other programs can't be an argument.")
        if PROGRAM in holes(argument) or (BUNDLE in holes(argument) and first != MAC_OPENER):
            table.refuse(where, "This hole has no place here.")
        if scheme(argument) == "https" or any(argument == f"{{{each.hole}}}" for each in _links(tool)):
            table.refuse(where, "An https link is opened by the browser; write it under “open”.")


def _links(tool: Tool) -> list[Field]:
    return [field for field in tool.fields if field.form is Form.LINK]


def _check_mac_opener(tool: Tool, table: Table, place: str, launch: Launch) -> None:
    # `open` takes files, folders and links of any kind; only a link whose scheme stands in the file is let through.
    options = launch.argv[1:-1]
    by_id = options == ("-b", _BUNDLE)
    if launch.systems != (System.MACOS,) or not (by_id or options == ()) or not scheme(launch.argv[-1]):
        table.refuse(
            f"{place}.start", f"{MAC_OPENER} takes a link, or -b {_BUNDLE} and a link; on macOS only."
        )
    if by_id and System.MACOS not in tool.places:
        table.refuse(f"{place}.start[3]", "The file names no application for macOS.")


def _check_programs(tool: Tool, table: Table, place: str, launch: Launch) -> None:
    for system in launch.systems:
        places = tool.places.get(system)
        if places is None and launch.argv[:1] == (_PROGRAM,):
            table.refuse(f"{place}.systems", f"The file names no executable for {system}.")
        if launch.programs and (places is None or not set(launch.programs) <= set(places.executables)):
            table.refuse(f"{place}.programs", "These are not among the executables.")


def _check_link(tool: Tool, table: Table, place: str, link: str) -> None:
    if link.strip("{}") in {field.hole for field in _links(tool)}:
        return
    if not scheme(link):
        table.refuse(place, "A link begins with its scheme.")
    sites = {f"{{{field.hole}}}" for field in tool.fields if field.form is Form.SITE}
    if scheme(link) != "https":
        return
    host, slash, rest = link.removeprefix("https://").partition("/")
    if not slash or not (host in sites or host_allowed(host, tool.hosts)):
        table.refuse(place, "The host of a link stands under “hosts”, or is a field of the form “site”.")
    if any(site in rest for site in sites):
        table.refuse(place, "A site stands at the beginning of a link only.")
