"""An engineer's day at a desk without a network: its real window, its real keys and clicks; a process of its own.

`python -m tests.stories.field_desk` with a Day as JSON on its standard input. It does what a person does and prints,
as JSON, what it saw. It fails where a network could be reached before the engineer is back in the hotel.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.app import opening, window
from supportdesk.config.paths import Profile
from supportdesk.services.exchange import outlook
from supportdesk.services.queries import visit_views
from supportdesk.services.views.visits import VisitFile, VisitView
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.first_run.unlock import UnlockWindow
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import Page
from supportdesk.ui.remote.button import StartButton
from supportdesk.ui.visits.dialogs import FollowUpDialog
from supportdesk.ui.visits.page import VisitsPage
from supportdesk.ui.visits.preview import PreviewDialog
from tests.stories.field_hands import lose_packets, press, raise_loopback, reachable, settle, type_in
from tests.ui.visits.dropping import dropped, of_files

PASSPHRASE = "forty visits a month"
_HOME_AT_LAST, _WITH_LOSS = 600.0, 6_000.0


@dataclass(frozen=True)
class Day:
    """What the engineer has before them: visits in the order of the route, the photos of each, a case without cover.

    `port` is where the desk's hub is to be found on loopback, `way_out` the socket that leads to it. `loses`: the line
    is to lose packets. `alone`: the process has a namespace without a network to itself.
    """

    profile: str
    visits: list[str]
    photos: list[list[str]]
    uncovered: str
    port: int
    way_out: str
    loses: bool = False
    alone: bool = False


class Answer(QObject):
    """What a question to the desk's database gave, once it did."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[Any] = []

    def take(self, given: object) -> None:
        self.came.append(given)


class FieldDay:
    """The day, act by act."""

    def __init__(self, day: Day) -> None:
        self.day = day
        self.seen: dict[str, Any] = {}
        self.began = self.back = time.monotonic()

    # ------------------------------------------------------------------ the window

    @property
    def window(self) -> MainWindow:
        desk = Told.here.desk
        assert desk is not None
        assert desk.window is not None
        return desk.window

    @property
    def page(self) -> VisitsPage:
        found = self.window.findChild(VisitsPage)
        assert isinstance(found, VisitsPage)
        return found

    def read(self, question: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401 - what the question gives
        """Ask the desk's database, as the window does."""
        answer = Answer()
        self.window.session.ask("story", question, *args, then=answer.take, failed=answer.take)
        settle(lambda: bool(answer.came))
        assert not isinstance(answer.came[0], Exception), answer.came[0]
        return answer.came[0]

    def view(self, visit: str) -> VisitView:
        found: VisitView = self.read(visit_views.visit, UUID(visit))
        return found

    def photos_of(self, visit: str) -> list[VisitFile]:
        return [each for each in self.view(visit).files if each.is_photo]

    # ------------------------------------------------------------------ the day

    def live(self) -> None:
        """The whole day."""
        assert not reachable(self.day.port)
        settle(lambda: self.window.session.is_open)
        for at, visit in enumerate(self.day.visits):
            self.visit(at, visit)
            self.look_at_paper()
        self.ask_for_cover()
        self.search()
        self.seen["offline_seconds"] = round(time.monotonic() - self.began, 1)
        self.seen["waiting"] = len(self.read(outlook.waiting))
        assert not reachable(self.day.port)
        with self.line():
            self.send_all()

    def visit(self, at: int, visit: str) -> None:
        """A visit from arrival to *Finish visit*."""
        self.window.show_page(Page.VISITS)
        self.page.show_visit(UUID(visit))
        editor = self.page.editor
        settle(lambda: editor.view is not None and editor.view.id == UUID(visit))
        press(editor.form.times.arrival.button)
        settle(lambda: self.view(visit).report.arrived is not None)
        type_in(editor.form.times.received.control, f"Amal Rashid {at}")
        for row in editor.form.checks.rows:
            QTest.mouseClick(row.health, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        type_in(editor.form.texts["work_done"].area.edit, f"Rebuilt the VAT summary, {at}.")
        type_in(editor.form.texts["problems"].area.edit, f"Slow reports, {at}.")
        type_in(editor.form.texts["recommendations"].area.edit, f"A larger disk, {at}.")
        type_in(editor.form.texts["client_suggestions"].area.edit, f"زر لإرسال التقرير {at}")
        self.photograph(visit, self.day.photos[at])
        self.make_case(visit)
        self.sign(visit)
        press(editor.foot.finish)
        settle(lambda: self.view(visit).state == "finished")
        settle(lambda: bool(self.view(visit).pdfs))

    def photograph(self, visit: str, photos: Sequence[str]) -> None:
        """Drop the photos of a camera's folder on the report, and name the first."""
        panel = self.page.editor.photos
        settle(panel.isVisible)
        assert dropped(panel, of_files(*map(Path, photos)))
        settle(lambda: len(self.photos_of(visit)) == len(photos))
        settle(lambda: len(panel.tiles) == len(photos))
        panel.tiles[0].caption.selectAll()
        type_in(panel.tiles[0].caption, "Server room")
        self.page.editor.flush()
        settle(lambda: any(each.name == "Server room" for each in self.photos_of(visit)))

    def look_at_paper(self) -> None:
        """See the PDF of the report that was finished."""
        editor = self.page.editor
        press(editor.head.preview)
        settle(lambda: any(each.isVisible() for each in self.window.findChildren(PreviewDialog)))
        dialog = self.window.findChildren(PreviewDialog)[-1]
        settle(lambda: dialog.document is not None)
        dialog.close_with(None)

    def make_case(self, visit: str) -> None:
        """Make a case of the recommendation."""
        editor = self.page.editor
        editor.flush()
        link = editor.form.follow_ups.head.link
        settle(link.isEnabled)
        press(link)
        settle(lambda: bool(self.window.findChildren(FollowUpDialog)))
        dialog = self.window.findChildren(FollowUpDialog)[-1]
        press(dialog.primary)
        settle(lambda: len(self.view(visit).follow_ups) == 1)

    def sign(self, visit: str) -> None:
        """Hand the pen to the client."""
        panel = self.page.editor.acceptance
        settle(lambda: self.page.editor.report() == self.view(visit).report)
        type_in(panel.name, "Amal Rashid")
        pad = panel.box.pad
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
        for x in range(30, 200, 10):
            QTest.mouseMove(pad, QPoint(x, 20 + x % 40))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))
        press(panel.sign)
        settle(lambda: self.view(visit).signed is not None and pad.locked)

    def ask_for_cover(self) -> None:
        """Try a remote session on a case that nothing covers: it is refused, and why is said."""
        self.window.open_case(UUID(self.day.uncovered))
        pane = self.window.findChild(CasePane)
        assert isinstance(pane, CasePane)
        settle(lambda: pane.remote.ready and pane.findChild(StartButton) is not None)
        begin = pane.findChild(StartButton)
        assert isinstance(begin, StartButton)

        def refused() -> bool:
            # The case comes a moment after it was asked for.
            QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
            QTest.qWait(100)
            return pane.remote.refused is not None

        settle(refused)
        assert pane.remote.refused is not None
        self.seen["refused"] = pane.remote.refused.banner.accessibleName()
        pane.remote.refused.close()

    def search(self) -> None:
        """Find a case by words of this morning."""
        window = self.window
        window.sidebar.begin_search()
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "larger disk")
        settle(lambda: window.list_pane.query.search == "larger disk")
        settle(lambda: window.list_pane.model.rowCount() >= len(self.day.visits))

    @contextmanager
    def line(self) -> Iterator[None]:
        """The hotel's network: it loses packets where this machine can do that, and is cut off every few seconds."""
        self.seen["loses_packets"] = self.day.loses and self.day.alone and lose_packets()
        words = [sys.executable, "-m", "tests.stories.field_line", str(self.day.port), self.day.way_out, "7"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as relay:
            assert relay.stdout is not None
            assert relay.stdout.readline() == "ready\n"
            self.back = time.monotonic()
            try:
                yield
            finally:
                relay.kill()

    def send_all(self) -> None:
        """Say that it is to be tried at once, and wait until everything is at the hub."""
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_F5)
        patience = _WITH_LOSS if self.day.loses else _HOME_AT_LAST
        settle(lambda: not self.read(outlook.waiting), patience)
        self.seen["text_seconds"] = round(time.monotonic() - self.back, 1)
        settle(lambda: self.read(outlook.standing).files == 0, patience)
        self.seen["file_seconds"] = round(time.monotonic() - self.back, 1)


class Told(opening.Opening):
    """The way into the desk, which this story follows."""

    here: Told

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        Told.here = self


def main() -> int:
    """Open the desk as its command does, and live the day in it."""
    day = Day(**json.load(sys.stdin))
    if day.alone:
        raise_loopback()
    opening.Opening = Told  # type: ignore[misc]  # what the window makes when it is filled
    story = FieldDay(day)
    broken: list[BaseException] = []

    def act() -> None:
        try:
            settle(lambda: bool(QApplication.topLevelWidgets()) and hasattr(Told, "here"))
            unlock()
            story.live()
        except BaseException as error:  # noqa: BLE001 - told by the process's own end
            broken.append(error)
            for number, each in enumerate(QApplication.topLevelWidgets()):
                if each.isVisible():
                    each.grab().save(f"{day.profile}-{number}.png")
        finally:
            QApplication.quit()

    QTimer.singleShot(0, act)
    window.open_desk(Profile(Path(day.profile)))
    if broken:
        raise broken[0]
    sys.stdout.write(json.dumps(story.seen))
    return 0


def unlock() -> None:
    """Type the desk's passphrase."""
    found: list[UnlockWindow] = []

    def shown() -> bool:
        found[:] = [each for each in QApplication.allWidgets() if isinstance(each, UnlockWindow)]
        return bool(found)

    settle(shown)
    type_in(found[0].passphrase.control, PASSPHRASE)
    press(found[0].primary)
    settle(lambda: Told.here.desk is not None and Told.here.desk.window is not None)


if __name__ == "__main__":
    sys.exit(main())
