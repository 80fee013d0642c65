"""Where tools are found on computers made up for it: registry, folders, applications; and which are too old."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.remote.finding import Found, ProgramRefused, State, check_chosen, find, too_old
from supportdesk.remote.machine import Machine, NoRegistry
from supportdesk.remote.tool import Safe, System
from tests.remote.shipped import KEYS, TOOLS
from tests.remote.stand_ins import FakeRegistry, application, linux, macos, stand_in, windows

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")
TEAMVIEWER = TOOLS["teamviewer"]
TV_KEY = r"HKLM\SOFTWARE\TeamViewer"


def program(path: Path) -> str:
    return str(stand_in(path, path.parent / "told.json"))


def test_DSK_4_windows_registry_tells_folder_and_version(tmp_path: Path) -> None:
    there = program(tmp_path / "Tools" / "TeamViewer.exe")
    program(tmp_path / "Program Files" / "TeamViewer" / "TeamViewer.exe")
    values = {(TV_KEY, "InstallationDirectory"): str(tmp_path / "Tools"), (TV_KEY, "Version"): "15.70.4"}
    machine = windows(tmp_path, values)
    assert find(TEAMVIEWER, machine) == Found(State.FOUND, there, "15.70.4", too_old=True)


def test_DSK_4_the_registry_is_asked_for_nothing_else(tmp_path: Path) -> None:
    machine = windows(tmp_path)
    for key in KEYS:
        find(TOOLS[key], machine)
    assert isinstance(machine.registry, FakeRegistry)
    values = {value for _, value in machine.registry.asked}
    assert values <= {"InstallationDirectory", "Version", "InstallLocation", "DisplayVersion", ""}


@pytest.mark.parametrize(
    "key", [TV_KEY, r"HKLM\SOFTWARE\WOW6432Node\TeamViewer", r"HKCU\SOFTWARE\TeamViewer"]
)
def test_each_part_of_the_registry_counts(tmp_path: Path, key: str) -> None:
    there = program(tmp_path / "Tools" / "TeamViewer.exe")
    machine = windows(tmp_path, {(key, "InstallationDirectory"): str(tmp_path / "Tools")})
    assert find(TEAMVIEWER, machine) == Found(State.FOUND, there)


@pytest.mark.parametrize("command", ['"{path}" "%1"', "{path} %1", "{path}"])
def test_a_command_in_the_registry_names_its_program(tmp_path: Path, command: str) -> None:
    there = program(tmp_path / "My Tools" / "AnyDesk.exe")
    key = r"HKLM\SOFTWARE\Classes\AnyDesk\shell\open\command"
    machine = windows(tmp_path, {(key, ""): command.format(path=there)})
    assert find(TOOLS["anydesk"], machine).program == there


@pytest.mark.parametrize(
    "folder", ["/{root}/Tools", r"\\evil.example\share", "Tools", "", ".", "{root}/Tools\0", '"']
)
def test_DSK_4_the_registry_can_not_lead_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    program(tmp_path / "Tools" / "TeamViewer.exe")
    monkeypatch.chdir(tmp_path)
    # With two slashes in front it is a share on Windows, and the same file here.
    machine = windows(tmp_path, {(TV_KEY, "InstallationDirectory"): folder.replace("{root}", str(tmp_path))})
    assert find(TEAMVIEWER, machine).state is State.MISSING


def test_windows_folders_the_newest_first(tmp_path: Path) -> None:
    old = program(tmp_path / "Program Files (x86)" / "TeamViewer" / "Version9" / "TeamViewer.exe")
    machine = windows(tmp_path)
    assert find(TEAMVIEWER, machine).program == old
    new = program(tmp_path / "Program Files (x86)" / "TeamViewer" / "Version15" / "TeamViewer.exe")
    assert find(TEAMVIEWER, machine).program == new
    newest = program(tmp_path / "Program Files" / "TeamViewer" / "TeamViewer.exe")
    assert find(TEAMVIEWER, machine).program == newest


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("anydesk", "Program Files (x86)/AnyDesk/AnyDesk.exe"),
        ("rustdesk", "Local/rustdesk/rustdesk.exe"),
        ("rdp", "Windows/System32/mstsc.exe"),
        ("vnc", "Program Files/TightVNC/tvnviewer.exe"),
        ("splashtop", "Program Files (x86)/Splashtop/Splashtop Remote/Client for STB/strwinclt.exe"),
    ],
)
def test_DSK_4_windows_has_its_usual_folders(tmp_path: Path, key: str, where: str) -> None:
    assert find(TOOLS[key], windows(tmp_path)).state is State.MISSING
    assert find(TOOLS[key], windows(tmp_path)).program is None
    there = program(tmp_path / where)
    assert find(TOOLS[key], windows(tmp_path)) == Found(State.FOUND, there)


@pytest.mark.parametrize("name", ["TeamViewer_Host.exe", "TeamViewerQS.exe"])
def test_54_a_host_module_is_told_from_the_tool(tmp_path: Path, name: str) -> None:
    program(tmp_path / "Program Files" / "TeamViewer" / name)
    assert find(TEAMVIEWER, windows(tmp_path)) == Found(State.ONLY_INCOMING)
    program(tmp_path / "Program Files" / "TeamViewer" / "TeamViewer.exe")
    assert find(TEAMVIEWER, windows(tmp_path)).state is State.FOUND


@pytest.mark.parametrize("folder", ["Applications", "person/Applications"])
def test_DSK_4_macos_applications_by_their_id(tmp_path: Path, folder: str) -> None:
    there = application(tmp_path / folder / "TeamViewer.app", "com.teamviewer.TeamViewer", "15.83.2")
    assert find(TEAMVIEWER, macos(tmp_path)) == Found(State.FOUND, str(there), "15.83.2")


def test_DSK_4_an_application_with_another_id_is_another_one(tmp_path: Path) -> None:
    application(tmp_path / "Applications" / "TeamViewer.app", "com.evil.TeamViewer")
    (tmp_path / "Applications" / "AnyDesk.app").mkdir()
    broken = application(tmp_path / "Applications" / "RustDesk.app", "com.carriez.rustdesk")
    (broken / "Contents" / "Info.plist").write_bytes(b"<plist><dict>")
    for key in ("teamviewer", "anydesk", "rustdesk"):
        assert find(TOOLS[key], macos(tmp_path)).state is State.MISSING


def test_macos_needs_no_program_for_what_the_system_opens(tmp_path: Path) -> None:
    assert find(TOOLS["vnc"], macos(tmp_path)) == Found(State.NOT_NEEDED)


@pytest.mark.parametrize("folder", ["usr/bin", "usr/local/bin", "snap/bin", "opt/teamviewer/tv_bin/script"])
def test_DSK_4_linux_looks_in_fixed_folders(tmp_path: Path, folder: str) -> None:
    there = program(tmp_path / folder / "teamviewer")
    assert find(TEAMVIEWER, linux(tmp_path)) == Found(State.FOUND, there)


def test_DSK_4_linux_never_looks_in_path(tmp_path: Path) -> None:
    program(tmp_path / "person" / "bin" / "teamviewer")
    program(tmp_path / "person" / ".local" / "bin" / "teamviewer")
    assert find(TEAMVIEWER, linux(tmp_path)) == Found(State.MISSING)


def test_linux_prefers_the_tool_not_the_folder(tmp_path: Path) -> None:
    program(tmp_path / "usr" / "bin" / "xfreerdp")
    there = program(tmp_path / "usr" / "local" / "bin" / "remmina")
    assert find(TOOLS["rdp"], linux(tmp_path)).program == there


def test_what_may_not_be_run_is_not_found(tmp_path: Path) -> None:
    Path(program(tmp_path / "usr" / "bin" / "teamviewer")).chmod(0o644)
    (tmp_path / "usr" / "local" / "bin" / "teamviewer").mkdir(parents=True)
    assert find(TEAMVIEWER, linux(tmp_path)).state is State.MISSING


@pytest.mark.parametrize("key", ["teamviewer_session", "quick_assist", "screenconnect", "dwservice"])
def test_what_a_browser_or_the_system_opens_is_not_looked_for(tmp_path: Path, key: str) -> None:
    assert find(TOOLS[key], windows(tmp_path)) == Found(State.NOT_NEEDED)


def test_54_a_chosen_program_counts_first(tmp_path: Path) -> None:
    program(tmp_path / "Program Files" / "TeamViewer" / "TeamViewer.exe")
    chosen = program(tmp_path / "My own" / "TeamViewer.exe")
    machine = windows(tmp_path)
    assert check_chosen(TEAMVIEWER, machine, chosen) == chosen
    assert find(TEAMVIEWER, machine, chosen).program == chosen
    Path(chosen).unlink()
    assert find(TEAMVIEWER, machine, chosen).program != chosen
    assert find(TEAMVIEWER, machine, chosen).state is State.FOUND


def test_54_a_chosen_application_is_looked_at(tmp_path: Path) -> None:
    good = application(tmp_path / "Tools" / "TeamViewer.app", "com.teamviewer.TeamViewer", "15.64.12")
    assert find(TEAMVIEWER, macos(tmp_path), str(good)) == Found(State.FOUND, str(good), "15.64.12")
    bad = application(tmp_path / "Evil" / "TeamViewer.app", "com.evil.TeamViewer")
    with pytest.raises(ProgramRefused, match="can't be run"):
        check_chosen(TEAMVIEWER, macos(tmp_path), str(bad))


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ("TeamViewer.exe", "not a whole one"),
        (r"\\evil.example\share\TeamViewer.exe", "not a whole one"),
        ("{root}/cmd.exe", "another name"),
        ("{root}/TeamViewer_Host.exe", "another name"),
        ("{root}/TeamViewer.exe.bat", "another name"),
        ("{root}/none/TeamViewer.exe", "not there"),
        ("{root}/folder/TeamViewer.exe", "can't be run"),
        ("{root}/plain/TeamViewer.exe", "can't be run"),
        ("{root}/\0/TeamViewer.exe", "not a whole one"),
        ("", "not a whole one"),
    ],
)
def test_DSK_4_a_chosen_program_is_the_tools_own(tmp_path: Path, chosen: str, why: str) -> None:
    for name in ("cmd.exe", "TeamViewer_Host.exe", "TeamViewer.exe.bat"):
        program(tmp_path / name)
    (tmp_path / "folder" / "TeamViewer.exe").mkdir(parents=True)
    Path(program(tmp_path / "plain" / "TeamViewer.exe")).chmod(0o644)
    with pytest.raises(ProgramRefused, match=why) as refused:
        check_chosen(TEAMVIEWER, windows(tmp_path), chosen.replace("{root}", str(tmp_path)))
    assert refused.value.remedy == "Choose TeamViewer.exe, with the whole path."


def test_a_tool_without_a_program_has_none_to_choose(tmp_path: Path) -> None:
    with pytest.raises(ProgramRefused, match="needs no program"):
        check_chosen(TOOLS["dwservice"], windows(tmp_path), "C:\\dwagent.exe")


@pytest.mark.parametrize(
    ("version", "safe", "old"),
    [
        ("15.83", Safe(least="15.83"), False),
        ("15.83.0", Safe(least="15.83"), False),
        ("15.82.9", Safe(least="15.83"), True),
        ("16", Safe(least="15.83"), False),
        ("15.9", Safe(least="15.83"), True),
        ("15.64.10", Safe("15.83", lines=("15.64.10",)), False),
        ("15.64.12", Safe("15.83", lines=("15.64.10",)), False),
        ("15.64.9", Safe("15.83", lines=("15.64.10",)), True),
        ("15.65.1", Safe("15.83", lines=("15.64.10",)), True),
        ("1.4.9", Safe(after="1.4.9"), True),
        ("1.4.9.0", Safe(after="1.4.9"), True),
        ("1.4.10", Safe(after="1.4.9"), False),
        ("v1.4.8-beta", Safe(after="1.4.9"), True),
        ("", Safe(least="15.83"), False),
        ("unknown", Safe(least="15.83"), False),
        ("0.1", Safe(), False),
    ],
)
def test_which_versions_are_too_old(version: str, safe: Safe, old: bool) -> None:
    assert too_old(version, safe) is old


@given(
    st.lists(st.integers(0, 999), min_size=1, max_size=4),
    st.lists(st.integers(0, 999), min_size=1, max_size=4),
)
def test_of_two_versions_one_at_most_is_older(one: list[int], other: list[int]) -> None:
    first, second = ".".join(map(str, one)), ".".join(map(str, other))
    assert not (too_old(first, Safe(least=second)) and too_old(second, Safe(least=first)))
    assert too_old(first, Safe(least=second)) != too_old(second, Safe(after=first))


def test_variables_are_found_as_windows_finds_them() -> None:
    machine = Machine(System.WINDOWS, Path("/"), {"ProgramFiles(X86)": "C:\\x"})
    assert machine.variable("PROGRAMFILES(x86)") == "C:\\x"
    assert machine.variable("SystemRoot") == ""
    assert NoRegistry().read("HKLM\\x", "y") is None
