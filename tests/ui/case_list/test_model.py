"""The model shows a window of any list, tells only what changed, and keeps the rules of Qt's models."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Ref
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseQuery, CaseRow, Group, GroupKey, ListShape, ViewKind
from supportdesk.ui import labels
from supportdesk.ui.case_list.model import MOST_PAGES, CaseListModel, Role
from supportdesk.ui.case_list.runs import Run
from supportdesk.ui.case_list.snapshot import PAGE
from supportdesk.ui.case_list.spoken import spoken_row
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import IN_PROGRESS, NOW, TORONTO, NadiasLists, due, row
from tests.ui.stage import rest

STOCK = UUID(int=10482)
CHANGED = ChangeSet({Ref(Entity.CASE, STOCK): frozenset({Aspect.ROW})})


@dataclass
class LongList:
    """A list of any length whose rows are made when asked for."""

    count: int = 100_000
    asked: list[int] = field(default_factory=list)

    def shape(self, _desk: Desk, _query: CaseQuery, /) -> ListShape:
        half = self.count // 2
        return ListShape(
            self.count, (Group(GroupKey.OVERDUE, half), Group(GroupKey.TODAY, self.count - half))
        )

    def page(self, _desk: Desk, _query: CaseQuery, first: int, limit: int, /) -> tuple[CaseRow, ...]:
        self.asked.append(first // PAGE)
        last = min(self.count, first + limit)
        return tuple(
            row(at + 1, f"Case {at}", "Hartwell Motors", IN_PROGRESS, 1 + at % 4, due(30, 60), 5)
            for at in range(first, last)
        )

    def index_of(self, _desk: Desk, _query: CaseQuery, case_id: UUID, /) -> int | None:
        return case_id.int - 1 if 0 < case_id.int <= self.count else None


class Ear(QObject):
    """Notes what a model tells."""

    def __init__(self, model: CaseListModel) -> None:
        super().__init__()
        self.told: list[tuple[str, int, int]] = []
        self._model = model
        model.dataChanged.connect(self._data)
        model.rowsInserted.connect(self._came)
        model.rowsRemoved.connect(self._went)
        model.modelReset.connect(self._reset)

    def _data(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        # Headings are told by their own role.
        if not roles:
            self.told.append(("changed", first.row(), last.row()))

    def _came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("came", first, last))

    def _went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("went", first, last))

    def _reset(self) -> None:
        self.told.append(("reset", 0, 0))


@pytest.fixture
def lists() -> NadiasLists:
    return NadiasLists()


@pytest.fixture
def model(session: DeskSession, lists: NadiasLists, qtbot: QtBot) -> Iterator[CaseListModel]:
    made = CaseListModel(session, lists, TORONTO)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(made.settled, timeout=5000):
        made.show(CaseQuery(ViewKind.MINE))
    yield made
    del tester


def titles(model: CaseListModel) -> list[str]:
    found = (model.entry(line) for line in range(len(model.lines)))
    return [f"# {entry.key}" if isinstance(entry, Run) else entry.title if entry else "…" for entry in found]


def refreshed(model: CaseListModel, session: DeskSession, qtbot: QtBot) -> Ear:
    ear = Ear(model)
    with qtbot.waitSignal(model.settled, timeout=5000):
        session.notifier.changed.emit(CHANGED)
    return ear


def test_lines_are_headings_and_cases(model: CaseListModel) -> None:
    assert model.rowCount() == 23 + 5
    shown = titles(model)
    assert shown[:3] == ["# overdue", "Payroll run stops at 62 % with error PAY-2417", "# two_hours"]
    assert shown.count("…") == 0
    heading, case = model.index(0), model.index(1)
    assert model.data(heading) == "Overdue"
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(case) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_speaks_what_it_shows_by_shape_and_colour(model: CaseListModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = str(model.data(model.index(1), role))
    assert spoken.startswith("Unread, Payroll run stops at 62 %")
    for part in (
        "case 10517",
        "Maple Ridge",
        "In progress",
        "Severity 1, critical",
        "First response late by 42",
    ):
        assert part in spoken
    assert str(model.data(model.index(2), role)).startswith("Due within 2 hours, 3 case")


def test_a_changed_row_is_told_alone(
    model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    lists.retitle(STOCK, "Stock valuation is right again")
    ear = refreshed(model, session, qtbot)
    assert ear.told == [("changed", 4, 4)]
    assert titles(model)[4] == "Stock valuation is right again"


def test_nothing_changed_tells_nothing(model: CaseListModel, session: DeskSession, qtbot: QtBot) -> None:
    assert refreshed(model, session, qtbot).told == []


def test_a_case_that_changes_groups_moves_without_a_reset(
    model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    lists.move(STOCK, GroupKey.PAUSED)
    ear = refreshed(model, session, qtbot)
    assert ("went", 5, 5) in ear.told
    assert ("came", 27, 27) in ear.told
    assert "reset" not in {what for what, _first, _last in ear.told}
    assert titles(model)[-1].startswith("Stock valuation")
    assert titles(model) == titles(_anew(session, lists, qtbot))


def test_a_group_that_empties_takes_its_heading_along(
    model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    lists.move(UUID(int=10517), None)
    refreshed(model, session, qtbot)
    assert titles(model)[0] == "# two_hours"
    assert model.rowCount() == 22 + 4


def test_the_place_of_the_kept_case_comes_along(
    model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    model.kept_id = STOCK
    lists.move(UUID(int=10517), None)
    with qtbot.waitSignal(model.settled, timeout=5000) as caught:
        session.notifier.changed.emit(CHANGED)
    assert caught.args is not None
    assert caught.args[0].kept_index == 1
    assert model.line_of_case(STOCK) == 2


def test_many_changes_are_read_once(
    model: CaseListModel, lists: NadiasLists, session: DeskSession, qtbot: QtBot
) -> None:
    lists.asked.clear()
    with qtbot.waitSignal(model.settled, timeout=5000):
        for _ in range(50):
            session.notifier.changed.emit(CHANGED)
    # Long enough for another reading to begin, if one were to.
    qtbot.wait(150)
    rest(session, qtbot)
    assert len(lists.asked) == 1


def test_a_change_elsewhere_reads_again_too(model: CaseListModel, session: DeskSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.settled, timeout=5000):
        session.notifier.changed.emit(ChangeSet(everything=True))


def test_another_list_resets(model: CaseListModel, qtbot: QtBot) -> None:
    ear = Ear(model)
    with qtbot.waitSignal(model.settled, timeout=5000):
        model.show(CaseQuery(ViewKind.MINE, severity_ranks=frozenset({1})))
    assert ear.told == [("reset", 0, 0)]
    assert titles(model) == ["# overdue", "Payroll run stops at 62 % with error PAY-2417"]


def test_an_answer_for_a_list_left_meanwhile_is_dropped(
    model: CaseListModel, session: DeskSession, qtbot: QtBot
) -> None:
    settled: list[CaseQuery] = []

    class Note(QObject):
        def note(self, snapshot: object) -> None:
            settled.append(snapshot.query)  # type: ignore[attr-defined]

    note = Note()
    model.settled.connect(note.note)
    for search in ("a", "b", "payroll"):
        model.show(CaseQuery(ViewKind.MINE, search=search))
    rest(session, qtbot)
    assert model.is_read
    assert [query.search for query in settled][-1] == "payroll"
    assert titles(model) == ["# overdue", "Payroll run stops at 62 % with error PAY-2417"]


def test_folding_hides_rows_and_survives_a_refresh(
    model: CaseListModel, session: DeskSession, qtbot: QtBot
) -> None:
    ear = Ear(model)
    model.fold(GroupKey.PAUSED, folded=True)
    assert ear.told == [("went", 15, 27)]
    refreshed(model, session, qtbot)
    assert titles(model)[-1] == "# paused"
    model.fold(GroupKey.PAUSED, folded=False)
    assert model.rowCount() == 28


@pytest.mark.parametrize(
    ("number", "year", "shown"),
    [
        ("C-2026-001862", 2026, "1862"),
        ("C-2025-001862", 2026, "2025-1862"),
        ("C-2026-1234567", 2026, "1234567"),
        ("10482", 2026, "10482"),
        ("", 2026, ""),
    ],
)
def test_a_number_is_short_where_that_is_enough(number: str, year: int, shown: str) -> None:
    assert labels.short_number(number, year) == shown


def test_a_row_leaves_out_of_its_number_what_every_number_has(model: CaseListModel) -> None:
    entry = model.entry(1)
    assert isinstance(entry, CaseRow)
    newest = replace(entry, id=UUID(int=1), number="C-2026-001862")
    assert model.times(newest).number == "1862"
    model.tick(NOW + timedelta(days=365))
    assert model.times(newest).number == "2026-1862"
    assert "C-2026-001862" in spoken_row(newest, NOW, TORONTO)


def test_a_minute_tells_times_anew(model: CaseListModel, session: DeskSession, qtbot: QtBot) -> None:
    entry = model.entry(1)
    assert isinstance(entry, CaseRow)
    assert model.times(entry).pill.text == "42 m late"
    model.tick(NOW + timedelta(minutes=1))
    assert model.times(entry).pill.text == "43 m late"


class TestHundredThousand:
    """A list far longer than what is read of it."""

    @pytest.fixture
    def long(self) -> LongList:
        return LongList()

    @pytest.fixture
    def model(self, session: DeskSession, long: LongList, qtbot: QtBot) -> CaseListModel:
        # No tester here: it would walk through every row at every signal.
        made = CaseListModel(session, long)
        with qtbot.waitSignal(made.settled, timeout=5000):
            made.show(CaseQuery())
        return made

    def test_it_is_as_long_as_it_is(self, model: CaseListModel) -> None:
        assert model.rowCount() == 100_002
        last = model.index(100_001)
        assert model.data(last, Role.ENTRY) is None
        assert model.data(last) is None

    def test_only_what_is_in_view_is_read(
        self, model: CaseListModel, long: LongList, session: DeskSession, qtbot: QtBot
    ) -> None:
        long.asked.clear()
        model.need(70_000, 70_014)
        rest(session, qtbot)
        assert isinstance(model.entry(70_000), CaseRow)
        assert set(long.asked) == {349, 350}

    def test_pages_scrolled_past_are_not_read(
        self, model: CaseListModel, long: LongList, qtbot: QtBot
    ) -> None:
        long.asked.clear()
        started = time.thread_time()
        for line in range(0, 100_000, 60):
            model.need(line, line + 14)
        assert time.thread_time() - started < 2
        qtbot.waitUntil(lambda: isinstance(model.entry(99_960), CaseRow), timeout=5000)
        # Far fewer than the five hundred pages that went by.
        assert len(set(long.asked)) < 250
        assert max(long.asked) == 499

    def test_what_was_read_long_ago_is_let_go(
        self, model: CaseListModel, long: LongList, qtbot: QtBot
    ) -> None:
        for page in range(MOST_PAGES + 8):
            line = page * PAGE + 20
            model.need(line, line + 14)
            qtbot.waitUntil(lambda line=line: isinstance(model.entry(line), CaseRow), timeout=5000)  # type: ignore[misc]
        assert model.entry(20) is None
        assert isinstance(model.entry((MOST_PAGES + 7) * PAGE + 20), CaseRow)

    def test_arriving_rows_are_told_in_one_piece(self, model: CaseListModel, qtbot: QtBot) -> None:
        ear = Ear(model)
        model.need(60_001, 60_015)
        qtbot.waitUntil(lambda: len(ear.told) >= 1, timeout=5000)
        what, first, last = ear.told[0]
        assert (what, last - first) == ("changed", PAGE - 1)
        assert first <= 60_015
        assert last >= 60_001


def _anew(session: DeskSession, lists: NadiasLists, qtbot: QtBot) -> CaseListModel:
    fresh = CaseListModel(session, lists, TORONTO)
    with qtbot.waitSignal(fresh.settled, timeout=5000):
        fresh.show(CaseQuery(ViewKind.MINE))
    return fresh
