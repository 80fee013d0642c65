"""The list under the hand: clicks, keys, row actions, folds, sticky headings; in both directions."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.domain.operation import ChangeSet
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseQuery, CaseRow, Group, GroupKey, ListShape, ViewKind
from supportdesk.ui import moments
from supportdesk.ui.case_list.model import CaseListModel
from supportdesk.ui.case_list.row_painting import action_boxes
from supportdesk.ui.case_list.runs import Run
from supportdesk.ui.case_list.sticky import StickyHeading
from supportdesk.ui.case_list.view import CaseListView
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.theme import theme, type_scale
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import TORONTO, NadiasLists

PAYROLL, STOCK, LAST = UUID(int=10517), UUID(int=10482), UUID(int=10233)


class Hand(QObject):
    """Notes what the list says."""

    def __init__(self, view: CaseListView) -> None:
        super().__init__()
        self.chosen: list[UUID] = []
        self.entered: list[UUID] = []
        self.acted: list[tuple[UUID, CaseAct]] = []
        view.chosen.connect(self._chosen)
        view.entered.connect(self._entered)
        view.acted.connect(self._acted)

    def _chosen(self, case_id: UUID) -> None:
        self.chosen.append(case_id)

    def _entered(self, case_id: UUID) -> None:
        self.entered.append(case_id)

    def _acted(self, case_id: UUID, act: CaseAct) -> None:
        self.acted.append((case_id, act))


@pytest.fixture
def lists() -> NadiasLists:
    return NadiasLists()


@pytest.fixture
def model(session: DeskSession, lists: NadiasLists) -> CaseListModel:
    return CaseListModel(session, lists, TORONTO)


@pytest.fixture
def view(model: CaseListModel, qtbot: QtBot) -> CaseListView:
    made = CaseListView(model, TORONTO)
    qtbot.addWidget(made)
    made.resize(420, 600)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(model.settled, timeout=5000):
        model.show(CaseQuery())
    made.setFocus()
    return made


def middle_of(view: CaseListView, line: int) -> QPoint:
    return view.visualRect(view.model().index(line, 0)).center()


def click(view: CaseListView, spot: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def hover(view: CaseListView, spot: QPoint) -> None:
    where = QPointF(spot)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, view.mapToGlobal(where), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), event)


def test_rows_are_52_and_headings_26_high(view: CaseListView) -> None:
    assert [view.rowHeight(line) for line in range(6)] == [26, 52, 26, 52, 52, 52]
    view.set_comfortable(False)
    assert [view.rowHeight(line) for line in range(4)] == [26, 32, 26, 32]


def test_a_click_opens_a_case(view: CaseListView) -> None:
    hand = Hand(view)
    click(view, middle_of(view, 1))
    assert hand.chosen == [PAYROLL]
    assert view.chosen_id() == PAYROLL


def test_arrows_pass_headings_by(view: CaseListView) -> None:
    hand = Hand(view)
    click(view, middle_of(view, 1))
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert [case.int for case in hand.chosen] == [10517, 10509, 10482, 10509]


def test_home_end_and_pages(view: CaseListView) -> None:
    hand = Hand(view)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert hand.chosen[:2] == [LAST, PAYROLL]
    assert hand.chosen[2] not in {LAST, PAYROLL}
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert hand.chosen[-1] == LAST


def test_enter_goes_into_the_case(view: CaseListView) -> None:
    hand = Hand(view)
    click(view, middle_of(view, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert hand.entered == [PAYROLL]


def test_letters_are_left_to_the_window(view: CaseListView) -> None:
    hand = Hand(view)
    QTest.keyClick(view, Qt.Key.Key_B)
    assert hand.chosen == []


def test_a_click_on_a_heading_folds_its_group(view: CaseListView, model: CaseListModel) -> None:
    click(view, middle_of(view, 0))
    found = model.lines.at(0)
    assert isinstance(found, Run)
    assert found.folded
    assert view.rowHeight(1) == 26
    click(view, middle_of(view, 0))
    assert view.rowHeight(1) == 52


def test_left_and_right_fold_and_unfold(view: CaseListView, model: CaseListModel) -> None:
    click(view, middle_of(view, 3))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert [run.folded for run in model.lines.runs][:2] == [False, True]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert [run.folded for run in model.lines.runs][:2] == [False, False]


def test_a_folded_heading_is_reached_by_keys_and_opened_by_enter(
    view: CaseListView, model: CaseListModel
) -> None:
    model.fold(GroupKey.TWO_HOURS, folded=True)
    hand = Hand(view)
    click(view, middle_of(view, 1))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert hand.chosen == [PAYROLL]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not model.lines.runs[1].folded


def test_the_open_case_stays_marked_when_rows_move(
    view: CaseListView, model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    hand = Hand(view)
    click(view, middle_of(view, 4))
    lists.move(PAYROLL, None)
    with qtbot.waitSignal(model.settled, timeout=5000):
        session.notifier.changed.emit(ChangeSet(everything=True))
    assert hand.chosen == [STOCK]
    assert view.chosen_id() == STOCK
    assert view.currentIndex().row() == model.line_of_case(STOCK) == 2


def test_keys_go_on_from_where_a_case_left_the_list(
    view: CaseListView, model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    click(view, middle_of(view, 4))
    lists.move(STOCK, None)
    with qtbot.waitSignal(model.settled, timeout=5000):
        session.notifier.changed.emit(ChangeSet(everything=True))
    hand = Hand(view)
    view.step(1)
    assert [case.int for case in hand.chosen] == [10498]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_row_actions_lie_at_the_end_of_the_row(
    view: CaseListView, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    row = QRectF(view.visualRect(view.model().index(4, 0)))
    boxes = dict(action_boxes(row, comfortable=True))
    assert list(boxes) == [CaseAct.REPLY, CaseAct.STAGE, CaseAct.ASSIGN]
    for box in boxes.values():
        assert row.contains(box)
    end = row.right() if direction == Qt.LayoutDirection.LeftToRight else row.left()
    assert abs(boxes[CaseAct.ASSIGN].center().x() - end) < abs(boxes[CaseAct.REPLY].center().x() - end) < 100
    hand = Hand(view)
    spot = boxes[CaseAct.STAGE].center().toPoint()
    hover(view, spot)
    assert view.hovered_line() == 4
    assert view.hovered_action() is CaseAct.STAGE
    click(view, spot)
    assert hand.acted == [(STOCK, CaseAct.STAGE)]
    assert hand.chosen == []


def test_a_tooltip_has_the_whole_title_and_number_and_the_exact_deadline(view: CaseListView) -> None:
    tip = view.tip_at(QPoint(200, middle_of(view, 4).y()))
    assert tip.splitlines() == [
        "Stock valuation differs from ledger since update 9.4.2",
        moments.ltr("10482"),
        "Hartwell Motors",
        "Tuesday, 24 November 2026 15:30",
    ]


def test_the_heading_stays_while_its_rows_scroll(view: CaseListView) -> None:
    sticky = view.findChild(StickyHeading)
    assert sticky is not None
    assert not sticky.isVisible()
    view.verticalScrollBar().setValue(40)
    assert sticky.isVisible()
    assert sticky.y() == view.viewport().y()
    # The next heading pushes it out.
    view.verticalScrollBar().setValue(26 + 52 - 10)
    assert sticky.y() == view.viewport().y() - 16
    QTest.mouseClick(sticky, Qt.MouseButton.LeftButton)
    assert view.rowHeight(1) == 26


def test_stepping_scrolls_a_row_out_from_under_the_heading(view: CaseListView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Up)
        top = view.visualRect(view.currentIndex()).top()
        assert top >= 26 or view.verticalScrollBar().value() == 0


def pixel(view: CaseListView, line: int, from_start: int) -> QColor:
    image = view.viewport().grab().toImage()
    row = view.visualRect(view.model().index(line, 0))
    x = row.right() - from_start if view.isRightToLeft() else row.left() + from_start
    return image.pixelColor(x, row.center().y())


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_open_row_has_a_bar_at_the_leading_edge_while_the_list_has_the_focus(
    view: CaseListView, qapp: QApplication, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    qapp.setLayoutDirection(direction)
    click(view, middle_of(view, 4))
    colours = theme().colours
    view.activateWindow()
    qtbot.waitUntil(view.hasFocus, timeout=5000)
    assert pixel(view, 4, 1) == colours.accent
    assert pixel(view, 4, 12) == colours.select
    view.clearFocus()
    assert pixel(view, 4, 1) == colours.select
    # Unread is a dot in the same place of another row.
    assert pixel(view, 3, 10) == colours.accent


def test_a_hundred_rows_paint_without_making_fonts(
    view: CaseListView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.viewport().grab()
    made: list[object] = []

    class Counted(type_scale.QFont):  # type: ignore[misc,name-defined]
        def __init__(self, *parts: object) -> None:
            made.append(parts)
            super().__init__(*parts)

    monkeypatch.setattr(type_scale, "QFont", Counted)
    for value in range(0, 300, 20):
        view.verticalScrollBar().setValue(value)
        view.viewport().repaint()
    assert made == []


def test_every_line_has_its_kinds_height_however_rows_move(
    view: CaseListView, model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    def wrong_heights() -> list[int]:
        heights = {
            line: 26 if isinstance(model.lines.at(line), Run) else 52 for line in range(len(model.lines))
        }
        return [line for line, height in heights.items() if view.rowHeight(line) != height]

    assert wrong_heights() == []
    before = lists.groups
    for groups in ((), before[:1], before, tuple(reversed(before)), before[2:], before):
        lists.groups = groups
        with qtbot.waitSignal(model.settled, timeout=5000):
            session.notifier.changed.emit(ChangeSet(everything=True))
        assert wrong_heights() == []


class OtherList(NadiasLists):
    """Knows a second list of any length, in one group."""

    other = 20

    def shape(self, desk: Desk, query: CaseQuery, /) -> ListShape:
        if query.view is not ViewKind.ALL_OPEN:
            return super().shape(desk, query)
        return ListShape(self.other, (Group(GroupKey.LATER, self.other),))

    def rows(self, query: CaseQuery) -> list[CaseRow]:
        found = super().rows(query)
        return found if query.view is not ViewKind.ALL_OPEN else (found * 3)[: self.other]


@pytest.mark.parametrize("other", [0, 3, 27, 28, 60])
def test_another_list_leaves_no_low_rows_behind(session: DeskSession, qtbot: QtBot, other: int) -> None:
    lists = OtherList()
    lists.other = other
    model = CaseListModel(session, lists, TORONTO)
    view = CaseListView(model, TORONTO)
    qtbot.addWidget(view)
    view.resize(420, 600)
    view.show()
    for query in (CaseQuery(), CaseQuery(ViewKind.ALL_OPEN), CaseQuery()):
        with qtbot.waitSignal(model.settled, timeout=5000):
            model.show(query)
        for line in range(model.rowCount()):
            heading = isinstance(model.lines.at(line), Run)
            assert view.rowHeight(line) == (26 if heading else 52), line
