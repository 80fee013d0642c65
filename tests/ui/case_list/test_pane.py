"""What stands around a list: that a search was not understood or found too much, and chips that can be read."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseQuery, ListShape, ViewKind
from supportdesk.ui.case_list.filters import FilterPopover
from supportdesk.ui.case_list.pane import CaseListPane
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import Chip
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import TORONTO, NadiasLists


class Told(NadiasLists):
    """Says of every search what it is told to."""

    capped = False
    problem = ""

    def shape(self, desk: Desk, query: CaseQuery, /) -> ListShape:
        found = super().shape(desk, query)
        return replace(found, capped=self.capped, problem=self.problem) if query.search else found


@pytest.fixture
def lists() -> Told:
    return Told()


@pytest.fixture
def pane(session: DeskSession, lists: Told, qtbot: QtBot) -> CaseListPane:
    made = CaseListPane(session, lists, TORONTO)
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


def shown(pane: CaseListPane, query: CaseQuery, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.model.settled, timeout=5000):
        pane.show_list(query)


def test_a_search_that_found_too_much_says_so_and_how_to_narrow_it(
    pane: CaseListPane, lists: Told, qtbot: QtBot
) -> None:
    lists.capped = True
    shown(pane, CaseQuery(ViewKind.SEARCH, search="a"), qtbot)
    assert pane.notice.isVisible()
    assert "more than the" in pane.notice.accessibleName()
    (narrow,) = pane.notice.findChildren(Button)
    narrow.click()
    (popover,) = pane.findChildren(FilterPopover)
    qtbot.waitUntil(popover.isVisible)
    popover.close()
    shown(pane, CaseQuery(), qtbot)
    assert not pane.notice.isVisible()


def test_a_word_that_was_not_understood_is_said_above_the_list(
    pane: CaseListPane, lists: Told, qtbot: QtBot
) -> None:
    lists.problem = "“severity:9” names no severity."
    shown(pane, CaseQuery(ViewKind.SEARCH, search="a"), qtbot)
    assert pane.notice.isVisible()
    assert pane.notice.accessibleName() == lists.problem


@pytest.mark.parametrize("width", [400, 420, 720])
def test_a_long_filter_gives_way_to_the_other_chips(pane: CaseListPane, width: int, qtbot: QtBot) -> None:
    pane.resize(width, 700)
    shown(pane, CaseQuery(search="logged:2026-11-20..2026-11-21 owner:me severity:S1"), qtbot)
    chips = [chip for chip in pane.filters.findChildren(Chip) if chip is not pane.filters.filter]
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in chips))
    assert pane.filters.filter.geometry().right() < width
    assert "owner:me" in pane.filters.filter.toolTip()
