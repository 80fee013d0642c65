"""Typing in the composer of a real window, a kill in the middle, and the draft that is there afterwards."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from supportdesk.domain.words import Channel
from supportdesk.services.cases import replies
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind
from supportdesk.store.store import Store
from supportdesk.ui.case_detail.drafting import draft_key
from tests.services.desk_world import KEY, World, open_world

_TYPIST = """
import json, sys, time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.app.desk_window import DeskWindow
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import built_in_book
from supportdesk.store.store import Store
from supportdesk.ui.frame import Frame
from supportdesk.ui.theme import install_theme

folder, key, actor, case = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), UUID(sys.argv[3]), UUID(sys.argv[4])
app = QApplication(sys.argv[:1])
install_theme("light")
now = lambda: datetime.now(UTC)

def open_profile():
    store = Store.open(folder / "desk.db", key)
    desk = Desk(store, actor, uuid4(), built_in_book(), now, uuid4)
    return OpenedProfile(Profile(folder), Settings(), store, desk)

memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
frame = Frame("Desk", memory)
frame.resize(1440, 900)
started = DeskWindow(frame, Profile(folder), memory, open_profile, now=now)
started.begin()
frame.show()
window = started.window
text = "The transfer lines are rounded to two decimals. " * 400
typed = 0

def begin():
    window.open_case(case)
    QTimer.singleShot(1500, type_on)

def type_on():
    global typed
    editor = window._case_page.composer.sheet.editor
    QTest.keyClicks(editor, text[typed])
    typed += 1
    print(json.dumps([typed, time.monotonic()]), flush=True)
    QTimer.singleShot(25, type_on)

QTimer.singleShot(1500, begin)
app.exec()
"""


@pytest.mark.parametrize("seconds", [2.3, 4.1])
def test_a_draft_survives_a_kill_with_at_most_a_second_of_typing_lost(tmp_path: Path, seconds: float) -> None:
    with open_world(tmp_path) as world:
        actor = world.sits_down()
        case_id = world.case(world.client())
    command = [sys.executable, "-c", _TYPIST, str(tmp_path), KEY.hex(), str(actor), str(case_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        keys = [json.loads(typist.stdout.readline())]
        while keys[-1][1] - keys[0][1] < seconds:
            keys.append(json.loads(typist.stdout.readline()))
        typist.send_signal(signal.SIGKILL)
        killed = time.monotonic()
    with closing(Store.open(tmp_path / "desk.db", KEY)) as store:
        world = World(store)
        kept = drafts.load(world.desk, draft_key(case_id, DraftKind.REPLY))
        replies.client_entry(world.desk, case_id, "Any news?", channel=Channel.EMAIL)
        after = drafts.load(world.desk, draft_key(case_id, DraftKind.REPLY))
    assert kept is not None
    certain = max((count for count, at in keys if at < killed - 1.0), default=0)
    assert certain > 10
    assert len(kept.content["text"]) >= certain
    assert after == kept
