"""What each tool is started with on each system, word for word; hostile values are in the test beside."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_plan import (
    OpenLink,
    PlanRefused,
    Start,
    ToolMissing,
    is_absolute,
    plan,
    web_version,
)
from supportdesk.remote.targets import Allowed, ModeRefused, Target, TargetRefused, make_target
from supportdesk.remote.templates import filled_uri
from supportdesk.remote.tool import Launch, Mode, System
from tests.remote.shipped import KEYS, PROGRAMS, TOOLS, WAYS, examples, ways
from tests.remote.test_hostile_targets import is_as_written

W, M, L = System.WINDOWS, System.MACOS, System.LINUX
TEAMVIEWER = TOOLS["teamviewer"]
TARGET = make_target(TEAMVIEWER, W, {"id": "602 724 282"})
PROGRAM = PROGRAMS["teamviewer", W]


@pytest.mark.parametrize(("key", "system", "mode"), WAYS)
def test_DSK_4_every_tool_starts_as_its_maker_documents(key: str, system: System, mode: Mode) -> None:
    target = make_target(TOOLS[key], system, examples(TOOLS[key]), mode=mode)
    made = plan(TOOLS[key], target, system, PROGRAMS.get((key, system)))
    assert is_as_written(key, system, mode, made), made


@pytest.mark.parametrize("key", KEYS)
def test_a_tool_has_no_further_ways(key: str) -> None:
    assert {(system, mode) for system in System for mode in TOOLS[key].modes(system)} == set(ways(key))


def test_DSK_4_teamviewer_word_for_word() -> None:
    assert plan(TEAMVIEWER, TARGET, W, PROGRAM) == Start((PROGRAM, "-i", "602724282"))
    vpn = dataclasses.replace(TARGET, mode=Mode.VPN)
    assert plan(TEAMVIEWER, vpn, W, PROGRAM) == Start((PROGRAM, "-i", "602724282", "--mode", "vpn"))
    files = dataclasses.replace(TARGET, mode=Mode.FILE_TRANSFER)
    assert plan(TEAMVIEWER, files, W, PROGRAM) == Start(
        (PROGRAM, "-i", "602724282", "--mode", "fileTransfer")
    )
    assert plan(TEAMVIEWER, TARGET, M, "/Applications/TeamViewer.app") == Start(
        ("/usr/bin/open", "-b", "com.teamviewer.TeamViewer", "teamviewer10://control?device=602724282")
    )


@pytest.mark.parametrize(
    ("program", "last"),
    [
        ("/usr/bin/remmina", "rdp://pc-7:3389"),
        ("/usr/bin/xfreerdp3", "/v:pc-7:3389"),
        ("/usr/bin/xfreerdp", "/v:pc-7:3389"),
    ],
)
def test_the_program_that_was_found_decides_the_form(program: str, last: str) -> None:
    made = plan(TOOLS["rdp"], make_target(TOOLS["rdp"], L, {"host": "pc-7"}), L, program)
    assert isinstance(made, Start)
    assert (made.argv[0], made.argv[-1]) == (program, last)


@pytest.mark.parametrize("host", ["vnc", "https", "rdp", "bash"])
def test_a_computer_may_be_called_anything(host: str) -> None:
    made = plan(TOOLS["vnc"], make_target(TOOLS["vnc"], L, {"host": host}), L, "/usr/bin/vncviewer")
    assert made == Start(("/usr/bin/vncviewer", f"{host}::5900"))


@pytest.mark.parametrize(
    ("template", "value"),
    [
        ("rustdesk://{id}", "password"),
        ("rustdesk:{id}", "config-1"),
        ("file:///{id}", "acme-desk"),
        ("https://evil.example/{id}", "acme-desk"),
        ("https://{id}/", "evil-example"),
    ],
)
def test_DSK_4_a_record_is_not_trusted_more_than_its_file(template: str, value: str) -> None:
    launch = Launch(Mode.CONTROL, (W,), link=template)
    tool = dataclasses.replace(TOOLS["rustdesk"], launches=(launch,), hosts=("*.acme.example",))
    with pytest.raises(PlanRefused):
        plan(tool, make_target(tool, W, {"id": value}), W, PROGRAMS["rustdesk", W])


def test_values_are_encoded_into_links() -> None:
    target = make_target(TOOLS["anydesk"], M, {"id": "office@ad"})
    assert plan(TOOLS["anydesk"], target, M, "/Applications/AnyDesk.app") == Start(
        ("/usr/bin/open", "-b", "com.philandro.anydesk", "anydesk:office%40ad")
    )


def test_54_a_missing_tool_is_named() -> None:
    with pytest.raises(ToolMissing) as missing:
        plan(TEAMVIEWER, TARGET, W)
    assert str(missing.value) == (
        "TeamViewer was not found on this computer. Nothing was started. "
        "Copy the ID, open the web version, or choose the program."
    )
    with pytest.raises(ToolMissing) as missing:
        plan(TOOLS["rustdesk"], Target("rustdesk", Mode.CONTROL, {"id": "123456789"}), W)
    assert missing.value.remedy == "Copy the ID, or choose the program."
    with pytest.raises(ToolMissing):
        plan(TEAMVIEWER, TARGET, M)


def test_a_link_of_a_tools_own_needs_the_tool() -> None:
    target = make_target(TOOLS["splashtop"], W, examples(TOOLS["splashtop"]))
    with pytest.raises(ToolMissing):
        plan(TOOLS["splashtop"], target, W)
    assert isinstance(plan(TOOLS["vnc"], make_target(TOOLS["vnc"], M, {"host": "pc-7"}), M), Start)


@pytest.mark.parametrize(
    "program",
    [
        "TeamViewer.exe",
        r"TeamViewer\TeamViewer.exe",
        r"C:TeamViewer.exe",
        r"\\evil.example\share\TeamViewer.exe",
        "//evil.example/share/TeamViewer.exe",
        r"C:\evil\cmd.exe",
        r"C:\TeamViewer\TeamViewer_Host.exe",
        "C:\\TeamViewer.exe\\x",
        "C:\\a\0\\TeamViewer.exe",
        "",
    ],
)
def test_DSK_4_only_a_whole_path_with_a_known_name_is_started(program: str) -> None:
    with pytest.raises(PlanRefused):
        plan(TEAMVIEWER, TARGET, W, program)


def test_names_are_read_as_the_system_reads_them() -> None:
    assert isinstance(plan(TEAMVIEWER, TARGET, W, r"c:\x\TEAMVIEWER.EXE"), Start)
    with pytest.raises(PlanRefused):
        plan(TEAMVIEWER, TARGET, L, "/usr/bin/TeamViewer")
    assert not is_absolute(L, r"C:\teamviewer")


@pytest.mark.parametrize("value", ["602 724 282", "٦٠٢٧٢٤٢٨٢", "602724282\n", "--play", "", "60272428212"])
def test_DSK_4_a_stored_target_is_checked_like_a_typed_one(value: str) -> None:
    with pytest.raises((PlanRefused, TargetRefused)):
        plan(TEAMVIEWER, Target("teamviewer", Mode.CONTROL, {"id": value}), W, PROGRAM)


def test_a_target_belongs_to_its_tool() -> None:
    with pytest.raises(PlanRefused):
        plan(TOOLS["anydesk"], TARGET, W, PROGRAMS["anydesk", W])
    with pytest.raises(ModeRefused):
        plan(TEAMVIEWER, dataclasses.replace(TARGET, mode=Mode.SOS), W, PROGRAM)


def test_DSK_4_a_link_leads_to_a_configured_site_only_while_it_is_one() -> None:
    tool = TOOLS["screenconnect"]
    typed = examples(tool) | {"site": "help.acme.example"}
    target = make_target(tool, W, typed, allowed=Allowed(sites=("help.acme.example",)))
    made = plan(tool, target, W)
    assert isinstance(made, OpenLink)
    assert made.url.startswith("https://help.acme.example/Host#Access/All%20Machines//0b6c1f7e-")
    with pytest.raises(TargetRefused):
        plan(tool, dataclasses.replace(target, allowed=Allowed()), W)


def test_54_the_web_version_stands_in_for_a_missing_tool() -> None:
    assert web_version(TEAMVIEWER) == OpenLink("https://web.teamviewer.com/")
    assert web_version(TOOLS["rdp"]) is None


@given(st.text(min_size=1, max_size=20))
def test_a_filled_link_reads_back_the_same(value: str) -> None:
    value = value.encode("utf-8", "replace").decode()
    uri = filled_uri("teamviewer10://control?device={id}", {"id": value})
    assert uri is not None
    assert uri.startswith("teamviewer10://control?device=")
    assert not set(uri.removeprefix("teamviewer10://control?device=")) & set(" \"'&|<>^/\\?#:=\0\n")


def test_every_refusal_is_for_people() -> None:
    assert all(
        issubclass(each, KnownError) for each in (PlanRefused, ToolMissing, ModeRefused, TargetRefused)
    )
