"""Real programs started from plans: what they are given and spared, and what is said where they don't start."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from supportdesk.remote.finding import find
from supportdesk.remote.launch_plan import OpenLink, Start, plan
from supportdesk.remote.launching import Launcher, NotStarted, Packing, start_detached, this_packing
from supportdesk.remote.machine import Machine, this_machine, this_system
from supportdesk.remote.targets import make_target
from supportdesk.remote.tool import Mode, System
from tests.remote.shipped import TOOLS, examples
from tests.remote.stand_ins import application, linux, macos, stand_in, told, windows

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")
TEAMVIEWER = TOOLS["teamviewer"]
LAID_OUT: list[tuple[str, Callable[[Path], Machine], str]] = [
    ("teamviewer", windows, "Program Files/TeamViewer/TeamViewer.exe"),
    ("teamviewer", linux, "usr/bin/teamviewer"),
    ("teamviewer", macos, "Applications/TeamViewer.app"),
    ("anydesk", windows, "Program Files (x86)/AnyDesk/AnyDesk.exe"),
    ("anydesk", linux, "usr/bin/anydesk"),
    ("anydesk", macos, "person/Applications/AnyDesk.app"),
    ("rustdesk", windows, "Local/rustdesk/rustdesk.exe"),
    ("rustdesk", linux, "usr/local/bin/rustdesk"),
    ("rdp", windows, "Windows/System32/mstsc.exe"),
    ("rdp", linux, "usr/bin/xfreerdp3"),
    ("rdp", macos, "Applications/Windows App.app"),
    ("vnc", windows, "Program Files/RealVNC/VNC Viewer/vncviewer.exe"),
    ("vnc", linux, "snap/bin/vncviewer"),
    ("vnc", macos, ""),
]


class Desk:
    """A launcher whose programs can be waited for, and whose links are kept instead of opened."""

    def __init__(self, environment: Mapping[str, str] | None = None, packing: Packing | None = None) -> None:
        self.opened: list[str] = []
        self.takes_links = True
        self._processes: list[subprocess.Popen[bytes]] = []
        self.launcher = Launcher(
            self._open,
            dict(os.environ) if environment is None else environment,
            packing or Packing(),
            self._start,
        )

    def wait(self) -> None:
        for process in self._processes:
            assert process.wait(timeout=30) == 0
        assert self.launcher.running() == 0

    def _open(self, url: str) -> bool:
        self.opened.append(url)
        return self.takes_links

    def _start(
        self, argv: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> subprocess.Popen[bytes]:
        self._processes.append(start_detached(argv, environment, folder))
        return self._processes[-1]


def started(plan_: Start, record: Path, **how: Any) -> dict[str, Any]:
    """Launch, wait, and give what the program wrote down."""
    desk = Desk(**how)
    desk.launcher.launch(TEAMVIEWER, plan_)
    desk.wait()
    return told(record)


@pytest.mark.parametrize(("key", "machine", "where"), LAID_OUT)
def test_DSK_4_found_planned_and_started(
    tmp_path: Path, key: str, machine: Callable[[Path], Machine], where: str
) -> None:
    tool, here, record = TOOLS[key], machine(tmp_path), tmp_path / "told.json"
    opener = stand_in(tmp_path / "usr" / "bin" / "open", record)
    if here.system is System.MACOS:
        if where:
            application(tmp_path / where, tool.places[System.MACOS].bundle)
    else:
        stand_in(tmp_path / where, record)
    found = find(tool, here)
    made = plan(tool, make_target(tool, here.system, examples(tool)), here.system, found.program)
    assert isinstance(made, Start)
    if here.system is System.MACOS:
        assert made.argv[0] == "/usr/bin/open"
        made = Start((str(opener), *made.argv[1:]))
    assert started(made, record)["argv"] == list(made.argv)


@pytest.mark.parametrize("mode", [Mode.FILE_TRANSFER, Mode.VPN])
def test_DSK_4_other_kinds_of_session(tmp_path: Path, mode: Mode) -> None:
    record = tmp_path / "told.json"
    program = str(stand_in(tmp_path / "Program Files" / "TeamViewer" / "TeamViewer.exe", record))
    target = make_target(TEAMVIEWER, System.WINDOWS, {"id": "602 724 282"}, mode=mode)
    made = plan(TEAMVIEWER, target, System.WINDOWS, find(TEAMVIEWER, windows(tmp_path)).program)
    assert isinstance(made, Start)
    word = {"file_transfer": "fileTransfer", "vpn": "vpn"}[mode]
    assert started(made, record)["argv"] == [program, "-i", "602724282", "--mode", word]


def test_DSK_4_no_shell_stands_between(tmp_path: Path) -> None:
    record = tmp_path / "told.json"
    program = str(stand_in(tmp_path / "a b" / "tool", record))
    odd = (program, "$(touch x)", "; touch y", "a b", '"', "*", "%PATH%", "")
    assert started(Start(odd), record)["argv"] == list(odd)
    assert {path.name for path in (tmp_path / "a b").iterdir()} == {"tool"}


@pytest.fixture
def typed_input() -> Iterator[None]:
    """An input with something to read, such as a terminal's; pytest's own has nothing."""
    before = os.dup(0)
    read, write = os.pipe()
    os.write(write, b"typed here")
    os.close(write)
    os.dup2(read, 0)
    os.close(read)
    yield
    os.dup2(before, 0)
    os.close(before)


def test_a_session_stands_on_its_own_feet(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], typed_input: None
) -> None:
    record = tmp_path / "told.json"
    program = stand_in(tmp_path / "tools" / "tool", record)
    said = started(Start((str(program),)), record)
    assert said["own_session"] is True
    assert said["input"] == ""
    assert said["folder"] == str(program.parent)
    assert capfd.readouterr() == ("", "")


def test_a_packed_program_gives_its_tools_a_clean_environment(tmp_path: Path) -> None:
    record = tmp_path / "told.json"
    program = stand_in(tmp_path / "tool", record)
    folder = str(tmp_path / "packed")
    searched: list[str | None] = []
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "fr_FR.UTF-8",
        "LD_LIBRARY_PATH": folder,
        "LD_LIBRARY_PATH_ORIG": "/opt/theirs",
        "QT_PLUGIN_PATH": f"{folder}/plugins",
        "QML2_IMPORT_PATH": folder,
        "_PYI_APPLICATION_HOME_DIR": folder,
        "_MEIPASS2": folder,
    }
    packing = Packing(folder, searched.append)
    said = started(Start((str(program),)), record, environment=environment, packing=packing)["environment"]
    assert {key: said[key] for key in said if key not in {"LC_CTYPE", "_", "PWD", "SHLVL"}} == {
        "PATH": "/usr/bin:/bin",
        "LANG": "fr_FR.UTF-8",
        "LD_LIBRARY_PATH": "/opt/theirs",
    }
    # Windows hands on where libraries are looked for; the desk takes it back afterwards.
    assert searched == [None, folder]
    del environment["LD_LIBRARY_PATH_ORIG"]
    said = started(Start((str(program),)), record, environment=environment, packing=packing)["environment"]
    assert "LD_LIBRARY_PATH" not in said


def test_a_program_run_from_source_changes_nothing(tmp_path: Path) -> None:
    record = tmp_path / "told.json"
    program = stand_in(tmp_path / "tool", record)
    environment = {"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": "/opt/mine", "QT_PLUGIN_PATH": "/opt/qt"}
    said = started(Start((str(program),)), record, environment=environment)["environment"]
    assert environment.items() <= said.items()
    assert this_packing().folder is None


def test_the_library_folder_comes_back_where_a_start_fails(tmp_path: Path) -> None:
    searched: list[str | None] = []
    program = tmp_path / "tool"
    program.write_bytes(b"\x7fELF no program")
    program.chmod(0o755)
    with pytest.raises(NotStarted):
        Desk(packing=Packing("packed", searched.append)).launcher.launch(TEAMVIEWER, Start((str(program),)))
    assert searched == [None, "packed"]


def test_54_each_failure_has_its_own_words(tmp_path: Path) -> None:
    launcher = Desk().launcher
    plain = tmp_path / "plain"
    plain.write_text("no program", encoding="utf-8")
    broken = tmp_path / "broken"
    broken.write_text("#!/nowhere/python\n", encoding="utf-8")
    broken.chmod(0o755)
    cases = {
        (str(tmp_path / "gone"), "-i"): "TeamViewer is no longer where it was found.",
        ("teamviewer", "-i"): "TeamViewer is no longer where it was found.",
        (str(plain), "-i"): "TeamViewer was found but may not be run.",
        (str(tmp_path), "-i"): "TeamViewer was found but may not be run.",
        (str(broken), "-i"): "TeamViewer could not be started.",
        (sys.executable, "a\0b"): "TeamViewer could not be started.",
    }
    for argv, what in cases.items():
        with pytest.raises(NotStarted) as failed:
            launcher.launch(TEAMVIEWER, Start(argv))
        assert failed.value.what == what
        assert "No session was begun." in failed.value.meaning
        assert failed.value.remedy.endswith(".")
    assert launcher.running() == 0


def test_DSK_4_links_go_to_whoever_opens_them() -> None:
    desk = Desk()
    tool = TOOLS["quick_assist"]
    desk.launcher.launch(tool, plan(tool, make_target(tool, System.WINDOWS, {}), System.WINDOWS))
    assert desk.opened == ["ms-quick-assist:"]
    desk.takes_links = False
    with pytest.raises(NotStarted, match=r"The link for Quick Assist could not be opened\."):
        desk.launcher.launch(tool, OpenLink("ms-quick-assist:"))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:x", "ms-msdt:/id", "smb://evil.example/", "", "/x"]
)
def test_DSK_4_no_other_scheme_is_opened_whoever_asks(url: str) -> None:
    desk = Desk()
    with pytest.raises(NotStarted):
        desk.launcher.launch(TEAMVIEWER, OpenLink(url))
    assert desk.opened == []


def test_this_computer_is_one_of_three() -> None:
    assert [this_system(each) for each in ("win32", "darwin", "linux", "freebsd14")] == [
        System.WINDOWS,
        System.MACOS,
        System.LINUX,
        System.LINUX,
    ]
    machine = this_machine()
    assert machine.root == Path("/")
    assert dataclasses.replace(machine, root=Path("/x")).home == Path.home()
