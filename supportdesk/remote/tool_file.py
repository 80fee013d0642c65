"""A tool's TOML file made into a record, or refused with its place; what a launch may say is checked elsewhere."""

from __future__ import annotations

import re
import tomllib

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_checks import check_launches
from supportdesk.remote.links import checked_link, is_host_pattern
from supportdesk.remote.targets import SPACES, Allowed, normalised
from supportdesk.remote.templates import is_shell, names_secret
from supportdesk.remote.toml_table import Table, ToolFileRefused
from supportdesk.remote.tool import (
    BUNDLE,
    PROGRAM,
    Field,
    Form,
    Kind,
    Launch,
    Mode,
    Places,
    RegistryPlace,
    Safe,
    Secret,
    Shape,
    System,
    Tool,
)

SCHEMA = 1
MOST_BYTES = 64 * 1024
FOLDER_VARIABLES = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LocalAppData", "SystemRoot")
_DROPPED = {"space": SPACES, "dot": ".", "hyphen": "-", "colon": ":"}
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}", re.ASCII)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._()+-]{0,79}", re.ASCII)
_BUNDLE = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_REGISTRY_KEY = re.compile(r"(HKLM|HKCU)(\\[^\\/*]+)+")
_WINDOWS_FOLDER = re.compile(r"%([A-Za-z0-9()]+)%((?:\\[^\\/:\"<>|?%]+)*)")
_REPEATED_REPETITION = re.compile(r"[+*}]\)[+*{]")


def read_tool(text: str | bytes, source: str) -> Tool:
    """The tool that this text describes, checked whole. Raises ToolFileRefused; `source` names the file."""
    table = Table(source, _parsed(text, source))
    if table.whole("schema", 0, 10**6) != SCHEMA:
        table.refuse("schema", f"This program reads tools of schema {SCHEMA}.")
    tool = Tool(
        key=_matching(table, "key", _NAME, "small letters, digits and underscores"),
        name=table.text("name"),
        order=table.whole("order", 0, 10_000, 1000),
        kind=table.word("kind", Kind),
        secret=table.word("secret", Secret),
        secret_note=table.text("secret_note"),
        fields=tuple(_field(each) for each in table.tables("field")),
        places=_all_places(table),
        launches=tuple(_launch(each) for each in table.tables("launch")),
        hosts=_hosts(table),
        own_sites=table.flag("own_sites"),
        web=_web(table),
    )
    never = table.texts("never")
    table.close()
    _check_fields(tool, table)
    check_launches(tool, table, never)
    return tool


def _parsed(text: str | bytes, source: str) -> dict[str, object]:
    if len(text) > MOST_BYTES:
        raise ToolFileRefused(source, "", f"The file is larger than {MOST_BYTES // 1024} KB.")
    try:
        decoded = text if isinstance(text, str) else text.decode("utf-8-sig")
        return tomllib.loads(decoded)
    except UnicodeDecodeError as error:
        why = f"Byte {error.start + 1} is no UTF-8 text."
    except tomllib.TOMLDecodeError as error:
        why = f"This is not TOML: {error}."
    except RecursionError:
        why = "The file is nested too deeply."
    except ValueError:
        why = "The file holds a number that can't be read."
    raise ToolFileRefused(source, "", why)


def _field(table: Table) -> Field:
    form = table.word("form", Form)
    shape = _shape(table, form)
    longer = table.table("longer")
    field = Field(
        hole=_matching(table, "hole", _NAME, "small letters and underscores"),
        label=table.text("label"),
        form=form,
        shape=shape,
        example=table.text("example"),
        longer=None if longer is None else _shape(longer, form),
        counts=_one_of(table, "counts", ("digits", "characters")),
        drop="".join(_DROPPED[each] for each in table.words("drop", _DROPPED)),
        group=table.whole("group", 2, 10, 0),
        case=_one_of(table, "case", ("upper", "lower")),
        port=table.whole("port", 1, 65535, None if form is Form.HOST else 0),
    )
    if longer is not None:
        longer.close()
    table.close()
    if form is Form.HOST and field.hole != "host":
        table.refuse("hole", "A field of the form “host” fills the holes “host” and “port”; name it “host”.")
    return field


def _shape(table: Table, form: Form) -> Shape:
    if form is not Form.TEXT:
        return Shape("", table.text("wording"))
    pattern = table.text("pattern")
    try:
        compiled = re.compile(pattern, re.ASCII)
    except (re.error, OverflowError, RecursionError) as error:
        table.refuse("pattern", f"This is no pattern: {error}.")
    # Matching such a pattern can take for ever, and a case's own text would decide about it.
    if _REPEATED_REPETITION.search(pattern) or compiled.fullmatch("") is not None:
        table.refuse("pattern", "A pattern may not match nothing, nor repeat what repeats itself.")
    return Shape(pattern, table.text("wording"))


def _all_places(table: Table) -> dict[System, Places]:
    found = {}
    for system in System:
        section = table.table(system)
        if section is not None:
            found[system] = _places(section, system)
            section.close()
    return found


def _places(table: Table, system: System) -> Places:
    places = Places(
        executables=_file_names(table, "executables", system, required=True),
        incoming_only=_file_names(table, "incoming_only", system),
        safe=_safe(table),
    )
    if system is System.MACOS:
        bundle = _matching(table, "bundle", _BUNDLE, "an id such as com.example.Tool")
        return Places(places.executables, places.incoming_only, bundle=bundle, safe=places.safe)
    folders = table.texts("folders")
    for number, folder in enumerate(folders, start=1):
        if not _folder_allowed(folder, system):
            known = ", ".join(f"%{name}%" for name in FOLDER_VARIABLES)
            asked = (
                f"It begins with one of {known}." if system is System.WINDOWS else "It begins with a slash."
            )
            table.refuse(f"folders[{number}]", f"This is no whole folder. {asked}")
    registry: tuple[RegistryPlace, ...] = ()
    if system is System.WINDOWS:
        registry = tuple(_registry_place(each) for each in table.tables("registry"))
    return Places(places.executables, places.incoming_only, registry, folders, safe=places.safe)


def _folder_allowed(folder: str, system: System) -> bool:
    if system is System.LINUX:
        return folder.startswith("/") and ".." not in folder.split("/") and "*" not in folder
    found = _WINDOWS_FOLDER.fullmatch(folder)
    return found is not None and found[1] in FOLDER_VARIABLES and ".." not in found[2].split("\\")


def _file_names(table: Table, key: str, system: System, *, required: bool = False) -> tuple[str, ...]:
    names = table.texts(key, required=required)
    # A batch file would bring its own shell along.
    ending = {System.WINDOWS: ".exe", System.MACOS: ".app", System.LINUX: ""}[system]
    for number, name in enumerate(names, start=1):
        place = f"{key}[{number}]"
        if _FILE_NAME.fullmatch(name) is None or not name.lower().endswith(ending):
            table.refuse(
                place, f"This has to be a file's name without a folder{ending and f', ending in {ending}'}."
            )
        if is_shell(name):
            table.refuse(place, "This program runs other programs; it can't be a remote tool.")
    return names


def _registry_place(table: Table) -> RegistryPlace:
    place = RegistryPlace(
        key=_matching(table, "key", _REGISTRY_KEY, "a key that begins with HKLM\\ or HKCU\\"),
        # The value without a name is a key's default.
        folder="" if table.flag("default_value") else table.text("folder"),
        version=table.text("version", ""),
        command=table.flag("command"),
    )
    # Some tools keep passwords there (CVE-2019-18988); none is ever read.
    for key in ("folder", "version"):
        if names_secret(getattr(place, key)):
            table.refuse(key, "Support Desk reads no passwords.")
    table.close()
    return place


def _safe(table: Table) -> Safe:
    safe = Safe(table.text("safe_from", ""), table.text("safe_after", ""), table.texts("safe_lines"))
    if safe.least and safe.after:
        table.refuse("safe_after", "Only one of safe_from and safe_after can be given.")
    given = [("safe_from", safe.least), ("safe_after", safe.after)]
    for key, version in given + [("safe_lines", line) for line in safe.lines]:
        if version and _VERSION.fullmatch(version) is None:
            table.refuse(key, "A version is up to four numbers with dots.")
    return safe


def _launch(table: Table) -> Launch:
    systems = tuple(System(each) for each in table.words("systems", list(System), required=True))
    launch = Launch(
        mode=table.word("mode", Mode),
        systems=systems,
        argv=table.texts("start"),
        link=table.text("open", ""),
        programs=table.texts("programs"),
    )
    table.close()
    return launch


def _hosts(table: Table) -> tuple[str, ...]:
    hosts = table.texts("hosts")
    for number, host in enumerate(hosts, start=1):
        if not is_host_pattern(host):
            table.refuse(
                f"hosts[{number}]", "This has to be a host such as help.example.com or *.example.com."
            )
    return hosts


def _web(table: Table) -> str:
    web = table.text("web", "")
    if web and (checked := checked_link(web)) != (web, checked and checked[1]):
        table.refuse("web", "This has to be a plain https link, written whole, with its last slash.")
    return web


def _check_fields(tool: Tool, table: Table) -> None:
    taken = [hole for field in tool.fields for hole in field.holes]
    for number, field in enumerate(tool.fields, start=1):
        place = f"field[{number}]"
        if field.hole in (PROGRAM, BUNDLE) or any(taken.count(hole) > 1 for hole in field.holes):
            table.refuse(f"{place}.hole", "This hole is filled by something else already.")
        for allowed in (Allowed(), Allowed(longer=True)):
            try:
                normalised(tool, field, field.example, allowed)
            except KnownError as error:
                table.refuse(f"{place}.example", f"The example does not fit: {error.what}")


def _matching(table: Table, key: str, pattern: re.Pattern[str], asked: str) -> str:
    value = table.text(key)
    if pattern.fullmatch(value) is None:
        table.refuse(key, f"This has to be {asked}.")
    return value


def _one_of(table: Table, key: str, words: tuple[str, ...]) -> str:
    value = table.text(key, "")
    if value and value not in words:
        table.refuse(key, f"This has to be one of: {', '.join(words)}.")
    return value
