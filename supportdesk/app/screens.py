"""Draws the desk's screens into PNG files, as the demo does where there is no display; nothing is clicked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from supportdesk.app.desk_window import DeskWindow, Opener
from supportdesk.app.hub_window import Door
from supportdesk.app.photos import shelves_of
from supportdesk.app.sample.article_today import article_of_today
from supportdesk.app.sample.station_today import station_of_today
from supportdesk.app.sample.visit_today import visit_of_today
from supportdesk.app.speech import speak
from supportdesk.app.window import make_application
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.services.person import sight
from supportdesk.services.person.place import agents
from supportdesk.services.queries import details, directory, lists
from supportdesk.services.views import CaseQuery, CaseRow, ViewKind
from supportdesk.services.views.matters import Contested
from supportdesk.ui.case_detail.article_reader import ArticleReader
from supportdesk.ui.commands import commands
from supportdesk.ui.first_run.window import FirstRunWindow
from supportdesk.ui.frame import Frame
from supportdesk.ui.import_window.dialog import ImportDialog
from supportdesk.ui.new_case.content import Content
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.pages import CaseAct, Page, VisitPart
from supportdesk.ui.theme import theme
from supportdesk.ui.visits.page import VisitsPage
from supportdesk.ui.visits.plan_dialog import PlanDialog, Wanted

if TYPE_CHECKING:
    from supportdesk.app.bootstrap import OpenedProfile
    from supportdesk.ui.main_window import MainWindow
    from supportdesk.workers.session import DeskSession

SIZES = ((1280, 720), (1440, 900))
LOOKS = ("light", "dark", "arabic")
_LONGEST_MS = 20_000
_FOR_MANAGERS = frozenset({"visit-reports"})
_PAINT_MS = 80
_ROUNDS = 8
_EXPORT = """Ticket ID,Subject,Status,Priority,Created time,Company Name,Agent,Floor
501,Cannot post journal,Open,Urgent,2026-06-02 09:30:00,Park Ltd,Ola Nord,2
502,How do I set VAT?,Closed,Low,2026-06-03 17:50:00,Park Ltd,Ola Nord,1
503,Statement prints twice,Pending,Medium,tomorrow,Park Ltd,Ola Nord,1
"""


@dataclass(frozen=True, slots=True)
class _Stage:
    """What a scene plays on."""

    opened: OpenedProfile
    window: MainWindow
    session: DeskSession
    rows: tuple[CaseRow, ...]


_Play = Callable[[_Stage], None]


def draw_screens(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> list[Path]:
    """Draw every scene in every look and size; gives the files in order."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(_draw_all(opened, folder, now))


def _draw_all(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> Iterator[Path]:
    for look in LOOKS:
        shown = _speaking(opened, "ar" if look == "arabic" else opened.settings.language)
        theme().choose("light" if look == "arabic" else look)
        for size in SIZES:
            ending = f"{look}-{size[0]}x{size[1]}.png"
            for name, play in _SCENES.items():
                seen = _led(shown) if name in _FOR_MANAGERS else shown
                yield _draw(seen, now, play, size, folder / f"{name}-{ending}")
            yield _draw_first_run(shown, size, folder / f"first-run-{ending}")


def _speaking(opened: OpenedProfile, language: str) -> OpenedProfile:
    """The same desk in another language, with the application's words and fonts."""
    settings = replace(opened.settings, language=language)
    make_application(settings)
    speak(language, opened.profile.root / "translations")
    return replace(opened, settings=settings, desk=replace(opened.desk, language=language))


def _led(opened: OpenedProfile) -> OpenedProfile:
    """The same desk with somebody at it who manages engineers."""
    with opened.store.read() as conn:
        found = next(
            (each for each in agents(opened.desk) if sight.may_read_reports(conn, each)), opened.desk.actor
        )
    return replace(opened, desk=replace(opened.desk, actor=found))


def _draw(
    opened: OpenedProfile, now: Callable[[], datetime], play: _Play, size: tuple[int, int], file: Path
) -> Path:
    memory = QSettings(str(opened.profile.root / "screens.ini"), QSettings.Format.IniFormat)
    memory.clear()
    frame = Frame("Support Desk", memory)
    frame.resize(*size)
    desk = DeskWindow(frame, opened.profile, memory, _opener(opened), now=now)
    desk.begin()
    frame.show()
    if desk.window is None:
        message = "a desk that has begun has a window"
        raise RuntimeError(message)
    _settle(desk.session)
    rows = lists.page(opened.desk, CaseQuery(ViewKind.MINE), 0, 50)
    play(_Stage(opened, desk.window, desk.session, rows))
    _picture(frame).save(str(file))
    desk.duties.stop()
    desk.window.hide()
    desk.session.close()
    frame.close()
    frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, 0)
    return file


def _draw_first_run(opened: OpenedProfile, size: tuple[int, int], file: Path) -> Path:
    window = FirstRunWindow(
        built_in_policies(),
        folder=opened.profile.root,
        keyring=True,
        time_zone="America/Toronto",
        door=Door(),
    )
    window.resize(*size)
    window.show()
    window.go_on()
    QApplication.processEvents()
    window.grab().save(str(file))
    window.close()
    window.deleteLater()
    return file


def _picture(frame: QWidget) -> QPixmap:
    """The frame, with a popup over it where one is open; a popup is a window of its own."""
    picture = frame.grab()
    for popup in QApplication.topLevelWidgets():
        if popup is not frame and popup.isVisible() and popup.windowType() == Qt.WindowType.Popup:
            with QPainter(picture) as painter:
                painter.drawPixmap(frame.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab())
    return picture


def _opener(opened: OpenedProfile) -> Opener:
    def open_again() -> OpenedProfile:
        return opened

    return open_again


class _Quiet(QObject):
    """Waits until everything that was asked has been answered and shown."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self._session = session
        self._loop = QEventLoop()
        self._left = 0

    def wait(self) -> None:
        """Let questions go round; each comes back after those asked before it, so that what they set off shows up."""
        self._left = _ROUNDS
        limit = QTimer(self)
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(_LONGEST_MS)
        self._ask(None)
        self._loop.exec()
        limit.stop()

    def _ask(self, _answer: object) -> None:
        self._left -= 1
        if self._left < 0:
            QTimer.singleShot(_PAINT_MS, self._loop.quit)
        elif self._left % 2:
            self._session.ask(None, _nothing, then=self._ask)
        else:
            self._session.do(_nothing, then=self._ask)


def _nothing(_desk: object) -> None:
    return None


def _settle(session: DeskSession) -> None:
    for _ in range(3):
        _Quiet(session).wait()


def _main(stage: _Stage) -> None:
    with_deadline = [row for row in stage.rows if row.deadline.state == "running"] or list(stage.rows)
    if with_deadline:
        stage.window.open_case(with_deadline[min(1, len(with_deadline) - 1)].id)
    _settle(stage.session)


def _why(stage: _Stage) -> None:
    _main(stage)
    # A popup closes by itself when events are worked off without a display, so the picture is taken at once.
    stage.window.run(next(command for command in commands() if command.goal is CaseAct.WHY))


def _dashboard(stage: _Stage) -> None:
    stage.window.show_page(Page.DASHBOARD)
    _settle(stage.session)


def _attention(stage: _Stage) -> None:
    contested = [each for each in matters(stage.opened.desk).waiting if isinstance(each, Contested)]
    case_id = contested[0].about.case_id if contested else None
    if case_id is not None:
        stage.window.show_matter(case_id)
    else:
        stage.window.show_attention()
    _settle(stage.session)


def _visits(stage: _Stage) -> None:
    visit_id = visit_of_today(stage.opened.desk, shelves_of(stage.opened.profile.blobs).photos)
    if visit_id is not None:
        stage.window.show_visit(visit_id)
    else:
        stage.window.show_page(Page.VISITS)
    _settle(stage.session)


def _calendar(stage: _Stage) -> None:
    visit_of_today(stage.opened.desk, shelves_of(stage.opened.profile.blobs).photos)
    page = _visits_page(stage, VisitPart.CALENDAR)
    _settle(stage.session)
    calendar = page.planning.calendar
    week = calendar.week if calendar is not None else None
    karim = next((each for each, name in week.engineers if name == "Karim Haddad"), None) if week else None
    if calendar is not None and karim is not None:
        calendar.show_engineer(karim)
    _settle(stage.session)


def _plan_visit(stage: _Stage) -> None:
    _calendar(stage)
    page = _visits_page(stage, VisitPart.CALENDAR)
    calendar = page.planning.calendar
    client = next(iter(directory.organisations(stage.opened.desk, "", limit=1)), None)
    if calendar is not None and calendar.week is not None and client is not None:
        at = max((each.start for each in calendar.week.visits), default=stage.session.now())
        wanted = Wanted(at, calendar.week.engineer_id, (client.id, client.name), calendar.week.zone)
        PlanDialog(stage.window, stage.session.now(), wanted).open()
    _settle(stage.session)


def _visit_reports(stage: _Stage) -> None:
    _visits_page(stage, VisitPart.REPORTS)
    _settle(stage.session)


def _visits_page(stage: _Stage, part: VisitPart) -> VisitsPage:
    stage.window.show_page(Page.VISITS)
    _settle(stage.session)
    page = stage.window.findChild(VisitsPage)
    if page is None:
        message = "the window has a page of visits"
        raise RuntimeError(message)
    page.show_part(part)
    return page


def _preview(stage: _Stage) -> None:
    _visits(stage)
    page = stage.window.findChild(VisitsPage)
    if page is not None:
        page.editor.papers.preview()
    _settle(stage.session)


def _new_case(stage: _Stage) -> None:
    _main(stage)
    known = next((row for row in stage.rows if row.organisation), None)
    dialog = NewCaseDialog(stage.window, policy_code="sparkrock")
    dialog.open()
    _settle(stage.session)
    if known is not None:
        content = Content(
            organisation_id=details.case(stage.opened.desk, known.id).organisation_id,
            organisation=known.organisation,
            summary="Pay slips print blank after the update, and the bank file is missing two employees",
        )
        dialog.show_content(content)
    _settle(stage.session)


def _article(stage: _Stage) -> None:
    _main(stage)
    shelf = shelves_of(stage.opened.profile.blobs).files
    article_id = article_of_today(stage.opened.desk, shelf, stage.rows[0].id) if stage.rows else None
    if article_id is not None:
        ArticleReader(stage.window, shelf, article_id).open()
    _settle(stage.session)


def _import(stage: _Stage) -> None:
    file = stage.opened.profile.root / "export.csv"
    file.write_text(_EXPORT, "utf-8")
    dialog = ImportDialog(stage.window, policy="sparkrock")
    dialog.open()
    dialog.choose(file)
    _settle(stage.session)
    _settle(stage.session)


def _file_station(stage: _Stage) -> None:
    station_of_today(stage.opened.desk)
    stage.window.show_page(Page.FILE_STATION)
    _settle(stage.session)


_SCENES: dict[str, _Play] = {
    "main": _main,
    "why": _why,
    "article": _article,
    "dashboard": _dashboard,
    "attention": _attention,
    "visits": _visits,
    "visit-calendar": _calendar,
    "visit-plan": _plan_visit,
    "visit-reports": _visit_reports,
    "visit-preview": _preview,
    "file-station": _file_station,
    "new-case": _new_case,
    "import": _import,
}
