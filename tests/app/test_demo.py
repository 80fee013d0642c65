"""The demo draws every screen, leaves nothing behind that nobody asked for, and says which place it couldn't use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from supportdesk.app.cli import main
from supportdesk.app.demo import drawing_platform

_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
_SCENES = (
    "article", "attention", "dashboard", "file-station", "first-run", "import", "main", "new-case", "visit-calendar",
    "visit-plan", "visit-preview", "visit-reports", "visits", "why",
)  # fmt: skip


def test_without_a_display_the_demo_draws_every_screen_and_says_where(tmp_path: Path) -> None:
    desks, screens = tmp_path / "desks", tmp_path / "screens"
    desks.mkdir()
    bare = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    done = subprocess.run(
        [sys.executable, "-m", "supportdesk", "demo", "--screens", str(screens)],
        env={**bare, "TMPDIR": str(desks)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=900,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    drawn = {
        f"{scene}-{look}-{width}x{height}.png": (width, height)
        for scene in _SCENES
        for look in ("light", "dark", "arabic")
        for width, height in ((1280, 720), (1440, 900))
    }
    lead, *names = done.stdout.splitlines()
    assert lead == f"{len(drawn)} screens were drawn into {screens}:"
    assert {name.strip() for name in names} == {file.name for file in screens.iterdir()} == set(drawn)
    for name, size in drawn.items():
        picture = QImage(str(screens / name))
        assert picture.size().toTuple() == size, name
        # Where a page stayed empty there are a handful of colours.
        colours = {picture.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
        assert len(colours) > 40, name
    assert list(desks.iterdir()) == []


def test_a_place_that_cannot_be_used_is_named_and_the_desk_made_for_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = tmp_path / "desks"
    desks.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(desks))
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    platform = os.environ.get("QT_QPA_PLATFORM")
    assert main(["demo", "--cases", "3", "--screens", str(taken)]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"{taken} can't be used: ")
    assert not list(desks.iterdir())
    assert os.environ.get("QT_QPA_PLATFORM") == platform


_DEMO = """
import sys
from PySide6.QtCore import QTimer
from supportdesk.app import demo, opening
from supportdesk.app.cli import main

demo.has_display = lambda: True

class Told(opening.Opening):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.opened.connect(lambda: QTimer.singleShot(500, self.say_open))

    def say_open(self):
        print("opened", flush=True)

opening.Opening = Told
print("begun", flush=True)
sys.exit(main(["demo", "--cases", sys.argv[1]]))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signals")
@pytest.mark.parametrize(("cases", "when"), [(5, "opened"), (100_000, "Making")])
def test_a_demo_that_the_system_ends_leaves_nothing_behind(tmp_path: Path, cases: int, when: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _DEMO, str(cases)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as demo:
        assert demo.stdout is not None
        while when not in demo.stdout.readline():
            assert demo.poll() is None
        demo.send_signal(signal.SIGTERM)
        demo.wait(60)
    assert demo.returncode == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["--profile", str(taken), "demo", "--cases", "3"]) == 1
    assert f"{taken} can't be used: " in capsys.readouterr().err
    assert taken.read_text("utf-8") == "a file"


def test_screens_are_drawn_where_a_popover_has_room(tmp_path: Path) -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "print(app.platformName(), *app.primaryScreen().availableGeometry().getRect())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": drawing_platform(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["offscreen", "0", "0", "1920", "1200"]
    assert drawing_platform(Path("C:/desk")) == "offscreen"
