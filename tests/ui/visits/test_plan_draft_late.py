"""A plan whose draft is found late: words typed before that stay, and so do the draft's."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from supportdesk.domain.errors import KnownError
from supportdesk.services.person import drafts
from supportdesk.services.queries import visit_views
from supportdesk.ui.new_case.finder import Found
from supportdesk.ui.visits.plan_dialog import PlanDialog, Wanted
from supportdesk.ui.visits.plan_draft import PlanContent, content_from_plain
from tests.ui.holding import acts_held, questions_held
from tests.ui.visits.conftest import ARRIVAL, Day

TOMORROW = ARRIVAL + timedelta(days=1)


def opened(day: Day, client: tuple[UUID, str] | None = None) -> PlanDialog:
    made = PlanDialog(day.stage, day.world.now, Wanted(TOMORROW, day.world.desk.actor, client))
    made.open()
    return made


def of_first(day: Day) -> tuple[UUID, str]:
    return day.view().organisation_id, day.view().organisation


def waits(day: Day, client: tuple[UUID | None, str], **more: object) -> PlanContent:
    """A draft that was left for a client, or without one."""
    asked = (TOMORROW.isoformat(), str(day.world.desk.actor))
    content = PlanContent(*client, at=TOMORROW, expected_minutes=60, asked=asked, **more)  # type: ignore[arg-type]
    drafts.save(day.world.desk, content.key, content.as_plain())
    return content


def kept(day: Day) -> list[PlanContent]:
    return [content_from_plain(each.content) for each in drafts.all_drafts(day.world.desk)]


def bring(day: Day) -> list[str]:
    return [each.bring for each in kept(day)]


def types(edit: QPlainTextEdit, text: str) -> None:
    edit.setFocus()
    QTest.keyClicks(edit, text)


def test_what_is_typed_before_it_is_known_whether_a_draft_waits_is_kept(day: Day) -> None:
    with acts_held(day), questions_held(day):
        made = opened(day, of_first(day))
        types(made.form.bring.control, "A printer")
        made.leave()
    day.settle(lambda: bring(day) == ["A printer"])


def test_a_dialog_left_before_its_draft_was_found_leaves_the_words_of_both(day: Day) -> None:
    waits(day, of_first(day), bring="Spare paper", travel_minutes="40")
    with acts_held(day):
        made = opened(day, of_first(day))
        types(made.form.bring.control, "A printer")
        made.leave()
    day.settle(lambda: bring(day) == ["Spare paper\nA printer"])
    assert [each.travel_minutes for each in kept(day)] == ["40"]


def test_a_draft_that_is_found_late_comes_in_beside_what_is_typed(day: Day) -> None:
    waits(day, of_first(day), bring="Spare paper", travel_minutes="40", case_ids=(day.case,))
    with acts_held(day):
        made = opened(day, of_first(day))
        types(made.form.bring.control, "A prin")
    day.settle(lambda: made.restored is not None)
    # Who types goes on where the words are.
    QTest.keyClicks(made.form.bring.control, "ter")
    assert made.form.bring.text() == "Spare paper\nA printer"
    assert made.form.minutes.text() == "40"
    day.settle(lambda: day.case in made.form.cases and made.form.cases[day.case].isChecked())
    day.settle(lambda: bring(day) == ["Spare paper\nA printer"])
    # It is one draft now, and what is taken out of it is gone.
    made.form.bring.set_text("A printer")
    made.leave()
    day.settle(lambda: bring(day) == ["A printer"])


def test_what_was_kept_before_the_draft_was_found_is_shown_with_it(day: Day) -> None:
    waits(day, of_first(day), bring="Spare paper")
    with acts_held(day):
        made = opened(day, of_first(day))
        types(made.form.bring.control, "A printer")
        made.draft.keep()
        types(made.form.bring.control, ", new")
        made.draft.keep()
    day.settle(lambda: made.form.bring.text() == "Spare paper\nA printer, new")
    day.settle(lambda: bring(day) == ["Spare paper\nA printer, new"])
    assert made.restored is not None
    made.discard.confirmed.emit()
    day.settle(lambda: kept(day) == [])


def test_a_draft_left_just_now_is_back_however_slowly_it_is_kept(day: Day) -> None:
    with acts_held(day):
        made = opened(day, of_first(day))
        types(made.form.bring.control, "A printer")
        made.leave()
        again = opened(day, of_first(day))
        # All that is asked beside the acts is answered by now.
        day.settle(lambda: day.case in again.form.cases)
    day.settle(lambda: again.restored is not None)
    assert again.form.bring.text() == "A printer"


def test_a_draft_found_for_a_client_that_is_typed_over_stays_where_it_is(day: Day) -> None:
    waiting = waits(day, of_first(day), bring="Spare paper")
    with acts_held(day):
        made = opened(day, of_first(day))
        made.form.client.control.setFocus()
        made.form.client.control.selectAll()
        QTest.keyClicks(made.form.client.control, "Gul")
    day.settle(lambda: not made.draft.underway and len(kept(day)) == 2)
    assert made.form.client.text() == "Gul"
    assert made.form.bring.text() == ""
    assert waiting in kept(day)


def test_the_last_draft_does_not_take_the_place_of_a_client_that_is_being_typed(day: Day) -> None:
    waiting = waits(day, of_first(day), bring="Spare paper")
    with acts_held(day):
        made = opened(day)
        made.form.client.control.setFocus()
        QTest.keyClicks(made.form.client.control, "Gul")
    day.settle(lambda: len(kept(day)) == 2)
    assert (made.form.client.text(), made.form.bring.text()) == ("Gul", "")
    assert waiting in kept(day)


def test_a_draft_that_moves_to_another_client_leaves_the_words_that_wait_there(day: Day) -> None:
    other = day.world.client("Gulf Foods", "onyxpro", start_date=date(2026, 6, 1))
    waits(day, (other, "Gulf Foods"), bring="Spare paper")
    made = opened(day, of_first(day))
    day.settle(lambda: day.case in made.form.cases)
    types(made.form.bring.control, "A printer")
    day.settle(lambda: bring(day)[:1] == ["A printer"])
    made.form.client.set_text("Gulf Foods")
    made.form.client.found.emit(Found("Gulf Foods", "", other))
    day.settle(lambda: made.form.bring.text() == "Spare paper\nA printer")
    day.settle(lambda: bring(day) == ["Spare paper\nA printer"])
    assert [each.organisation_id for each in kept(day)] == [other]


def test_what_waited_unseen_outlives_a_visit_that_is_planned_before(day: Day) -> None:
    made = opened(day, of_first(day))
    day.settle(lambda: made.form.engineer.value() is not None and day.case in made.form.cases)
    # Another window of the same desk has left it meanwhile.
    waiting = waits(day, of_first(day), bring="Spare paper")
    heard: list[object] = []
    made.closed.connect(heard.append)
    with acts_held(day):
        types(made.form.bring.control, "A printer")
        made.submit()
    day.settle(lambda: bool(heard))
    assert len(visit_views.day(day.world.desk, TOMORROW.date()).visits) == 1
    assert kept(day) == [waiting]


def test_what_is_refused_keeps_its_words_and_its_dialog(day: Day) -> None:
    client = day.world.client("Cobalt Freight", "synergy")
    made = opened(day, (client, "Cobalt Freight"))
    day.settle(lambda: made.form.engineer.value() is not None)
    with acts_held(day):
        made.form.bring.set_text("A printer")
        made.submit()
        # Nobody can leave before it is known, nor ask for it twice.
        QTest.keyClick(made.form.bring.control, Qt.Key.Key_Escape)
        assert made.isVisible()
        assert not made.primary.isEnabled()
        # As when the program is ended now.
        made.hide()
    day.settle(lambda: made.refusal is not None)
    assert bring(day) == ["A printer"]
    assert made.primary.isEnabled()


def test_a_case_ticked_before_the_cases_are_offered_anew_stays_so(day: Day) -> None:
    other = day.world.case(of_first(day)[0], "Slow stock list", reason="update")
    with acts_held(day):
        made = opened(day, of_first(day))
        day.settle(lambda: {day.case, other} <= made.form.cases.keys())
        waits(day, of_first(day), bring="Spare paper", case_ids=(day.case,))
    with questions_held(day):
        day.settle(lambda: made.restored is not None)
        assert made.form.cases[day.case].isChecked()
        made.form.cases[day.case].click()
        made.form.cases[other].click()
        before = dict(made.form.cases)
    day.settle(
        lambda: made.form.cases.keys() == before.keys() and made.form.cases[other] is not before[other]
    )
    assert made.form.ticks.chosen == (other,)


def test_words_typed_without_a_client_are_not_mixed_with_the_last_clients(day: Day) -> None:
    waiting = waits(day, of_first(day), bring="Spare paper")
    with acts_held(day):
        made = opened(day)
        types(made.form.bring.control, "A printer")
    day.settle(lambda: sorted(bring(day)) == ["A printer", "Spare paper"])
    assert (made.form.organisation_id, made.form.bring.text()) == (None, "A printer")
    assert waiting in kept(day)


def test_a_dialog_that_outlives_its_desk_keeps_nothing_more(day: Day) -> None:
    made = opened(day, of_first(day))
    day.stage.session.close()
    types(made.form.bring.control, "A printer")
    made.draft.keep()
    assert not made.draft.underway


@pytest.mark.parametrize(
    ("seen", "there", "typed", "bring"),
    [
        ("", "Paper", "Printer", "Paper\nPrinter"),
        ("Printer", "Paper\nPrinter", "Printer, new", "Paper\nPrinter, new"),
        ("Paper", "Paper", "", ""),
        ("Paper", "Paper", "Printer", "Printer"),
        ("Printer", "Paper\nPrinter", "", "Paper"),
    ],
)
def test_words_of_both_stay(seen: str, there: str, typed: str, bring: str) -> None:
    one, two, three = (PlanContent(bring=each, travel_km="5") for each in (seen, there, typed))
    assert three.over(one, two).bring == bring


def test_what_was_touched_is_as_it_was_left_and_all_else_as_it_is_there() -> None:
    case, other, third = UUID(int=1), UUID(int=2), UUID(int=3)
    seen = PlanContent(travel_km="5", case_ids=(case,))
    there = PlanContent(travel_km="6", travel_minutes="40", case_ids=(case, other), expected_minutes=90)
    typed = PlanContent(travel_km="7", case_ids=(third,), asked=("then", ""))
    assert typed.over(seen, there) == PlanContent(
        travel_km="7",
        travel_minutes="40",
        case_ids=(other, third),
        expected_minutes=90,
        asked=("then", ""),
    )


def test_a_refusal_is_no_answer(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise KnownError("The disk is broken.", "Nothing was read.", "")

    monkeypatch.setattr(drafts, "load", broken)
    made = opened(day, of_first(day))
    day.settle(lambda: made.refusal is not None)
    types(made.form.bring.control, "A printer")
    monkeypatch.undo()
    made.leave()
    day.settle(lambda: bring(day) == ["A printer"])
