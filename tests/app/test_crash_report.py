"""A fault of the program: nothing typed is lost, it is said calmly, and the report holds nothing of the cases."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app.crash_report import CrashReport, watching
from supportdesk.config.paths import Profile
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.drafting import draft_key
from tests.app.desk_process import DeskProcess, looked_into, set_up

_WORDS = "Madame Fontaine owes 4711"
_TYPE_AND_FAIL = """
from uuid import UUID
case = UUID("{case}")

def act():
    desk().window.open_case(case)
    QTimer.singleShot(800, type_on)

def type_on():
    QTest.keyClicks(desk().window._case_page.composer.sheet.editor, "{words}")
    QTimer.singleShot(0, fail)

def fail():
    look()
    {fault}

def look():
    shown = desk().window.toasts.shown
    # Until both are there, in either order.
    if shown is None:
        QTimer.singleShot(20, look)
    else:
        say("told: " + shown.accessibleName())
"""
# Only once the typing is kept, as that of the last half second may be lost.
_STRIKE = """
import faulthandler
from supportdesk.services.person import drafts

def strike():
    if drafts.load(desk().session.desk, f"case:{case}:reply") is None:
        QTimer.singleShot(50, strike)
    else:
        faulthandler._sigsegv()
"""
_IN_THE_WINDOW = "{}['{words}']"
_ON_THE_LANE = "desk().session.do(lambda _desk: {}['{words}'])"
_IN_A_THREAD = "import threading; threading.Thread(target=lambda: {}['{words}']).start()"


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a program without asking it")
@pytest.mark.parametrize("fault", [_IN_THE_WINDOW, _ON_THE_LANE, _IN_A_THREAD])
def test_a_fault_is_told_written_down_and_survived(tmp_path: Path, fault: str) -> None:
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    script = _TYPE_AND_FAIL.replace("{fault}", fault)
    with DeskProcess(profile, script.replace("{case}", str(case_id)).replace("{words}", _WORDS)) as desk:
        told = desk.says("told")
        assert "a fault in this program" in told
        assert "kept as a draft" in told
        assert str(profile.logs / "crashes.log") in told
        desk.send(signal.SIGTERM)
        desk.ends()
    report = (profile.logs / "crashes.log").read_text("utf-8")
    assert "KeyError" in report
    assert "Traceback" in report or "File " in report
    for file in profile.logs.iterdir():
        assert _WORDS not in file.read_text("utf-8")
    with looked_into(profile) as here:
        kept = drafts.load(here, draft_key(case_id, DraftKind.REPLY))
    assert kept is not None
    assert kept.content["text"] == _WORDS


def test_a_hard_crash_leaves_its_stacks_and_the_next_desk_tells_of_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    script = _TYPE_AND_FAIL.replace("{case}", str(case_id)).replace("{words}", _WORDS)
    strike = "strike()"
    with DeskProcess(profile, script.replace("{fault}", strike) + _STRIKE) as struck:
        assert struck.ends() != 0
    assert profile.lock.exists()
    look = script.replace("act()", "_act()").replace("{fault}", "pass") + "\ndef act():\n    look()\n"
    with DeskProcess(profile, look) as again:
        told = again.says("told")
        assert "broke off the last time" in told
        assert str(profile.logs / "hard-crash-last.log") in told
    stacks = (profile.logs / "hard-crash-last.log").read_text("utf-8")
    assert "Current thread" in stacks
    assert _WORDS not in stacks
    with looked_into(profile) as here:
        kept = drafts.load(here, draft_key(case_id, DraftKind.REPLY))
        here.store.check()
    assert kept is not None
    assert kept.content["text"] == _WORDS


def test_the_same_fault_again_and_again_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    report = CrashReport(tmp_path)
    told: list[object] = []
    report.told.connect(told.append)
    with watching(report):
        for _ in range(50):
            try:
                [].pop()
            except IndexError as error:
                sys.excepthook(IndexError, error, error.__traceback__)
    assert len(told) == 1
    assert report.file.read_text("utf-8").count("IndexError: pop from empty list") == 1


def test_what_is_watched_is_given_back(tmp_path: Path, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with watching(CrashReport(tmp_path)):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_without_a_place_for_the_report_the_fault_is_told_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "logs").write_text("not a folder", "utf-8")
    report = CrashReport(tmp_path / "logs")
    told: list[str] = []
    report.told.connect(lambda known: told.append(str(known)))
    with watching(report):
        sys.excepthook(IndexError, IndexError("x"), None)
    (text,) = told
    assert "fault in this program" in text
    assert "crashes.log" not in text
