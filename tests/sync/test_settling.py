"""What two people set differently is seen, settled with a look before, and taken back; on every desk of the office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import handling
from supportdesk.services.exchange import settling
from supportdesk.services.exchange.matters import conflicts_of, matters
from supportdesk.services.exchange.settling import Choice
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details, sidebar
from supportdesk.services.registers import knowledge, products
from supportdesk.services.views.matters import Contested, ContestedField
from tests.services.desk_world import made
from tests.sync.disagreement import Disagreement, open_disagreement


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


def only(desk: Desk) -> Contested:
    (matter,) = matters(desk).waiting
    assert isinstance(matter, Contested)
    return matter


def field(matter: Contested, name: str) -> ContestedField:
    return next(each for each in matter.fields if each.field == name)


def severity(desk: Desk, two: Disagreement) -> str | None:
    found = details.case(desk, two.case).severity_verified
    return found.code if found else None


def stage(desk: Desk, two: Disagreement) -> str:
    return details.case(desk, two.case).stage.id


def test_a_matter_names_both_values_and_both_people(two: Disagreement) -> None:
    two.stage_and_severity_set_by_both()
    matter = only(two.desk)
    assert (matter.about.title, matter.about.organisation) == (
        "Bank reconciliation skips lines imported by MT940",
        "Brookfield Housing",
    )
    assert (matter.mine_here, matter.mine_by, matter.theirs_by) == (True, "Nadia Karim", "Priya Raman")
    assert [each.field for each in matter.fields] == ["stage", "severity_verified"]
    verified = field(matter, "severity_verified")
    assert (verified.mine.rank, verified.theirs.rank, verified.base.text) == (3, 2, "")
    assert field(matter, "stage").theirs.look == "development"
    assert sidebar.counts(two.desk).attention == 1


def test_who_is_not_concerned_is_not_asked_but_can_look(two: Disagreement) -> None:
    two.severity_set_by_both()
    two.office.sync()
    assert matters(two.priya.desk).waiting == ()
    assert conflicts_of(two.priya.desk, two.case) == 1
    (seen,) = matters(two.priya.desk, also=two.case).waiting
    assert isinstance(seen, Contested)
    assert (seen.mine_here, seen.mine_by) == (False, "Nadia Karim")


def test_mine_is_done_anew_and_reaches_the_other_desk(two: Disagreement) -> None:
    two.severity_set_by_both()
    assert severity(two.desk, two) == "S2"
    settling.settle(two.desk, {only(two.desk).fields[0].id: Choice.MINE})
    assert severity(two.desk, two) == "S3"
    assert matters(two.desk).waiting == ()
    two.office.sync()
    assert severity(two.priya.desk, two) == "S3"
    assert conflicts_of(two.priya.desk, two.case) == 0


def test_theirs_stays_and_nothing_is_done(two: Disagreement) -> None:
    two.severity_set_by_both()
    settling.settle(two.desk, {only(two.desk).fields[0].id: Choice.THEIRS})
    two.office.sync()
    assert severity(two.desk, two) == severity(two.priya.desk, two) == "S2"
    assert matters(two.desk).waiting == ()
    (settled,) = matters(two.desk).settled
    assert isinstance(settled, Contested)
    assert (settled.settled_by, settled.fields[0].state) == ("Nadia Karim", "kept")


def test_each_field_is_chosen_on_its_own(two: Disagreement) -> None:
    two.stage_and_severity_set_by_both()
    matter = only(two.desk)
    choices = {
        field(matter, "stage").id: Choice.THEIRS,
        field(matter, "severity_verified").id: Choice.MINE,
    }
    seen = settling.preview(two.desk, two.case, choices)
    assert seen.case is not None
    assert (seen.case.stage.id, seen.case.severity_verified and seen.case.severity_verified.code) == (
        "development",
        "S3",
    )
    assert severity(two.desk, two) == "S2"  # it was only looked at
    assert only(two.desk) == matter
    settling.settle(two.desk, choices)
    assert (stage(two.desk, two), severity(two.desk, two)) == ("development", "S3")


def test_a_value_that_a_rule_refuses_by_now_settles_nothing(two: Disagreement) -> None:
    two.stage_and_severity_set_by_both()
    matter = only(two.desk)
    handling.close(two.priya.desk, two.case, resolution="resolved")
    two.office.sync()
    choices = dict.fromkeys((each.id for each in matter.fields), Choice.MINE)
    assert settling.preview(two.desk, two.case, choices).refused
    with pytest.raises(KnownError):
        settling.settle(two.desk, choices)
    assert len(only(two.desk).fields) == 2


def test_what_a_third_person_changed_since_is_what_stands(two: Disagreement) -> None:
    two.severity_set_by_both()
    two.office.later(minutes=1)
    handling.verify_severity(two.priya.desk, two.case, "S1", reason="Now everybody.")
    two.office.sync()
    verified = only(two.desk).fields[0]
    assert (verified.theirs.rank, verified.now.rank) == (2, 1)
    settling.settle(two.desk, {verified.id: Choice.THEIRS})
    assert severity(two.desk, two) == "S1"


def test_it_is_taken_back_before_it_was_sent(two: Disagreement) -> None:
    two.severity_set_by_both()
    matter = only(two.desk)
    settling.settle(two.desk, {matter.fields[0].id: Choice.MINE})
    settling.take_back(two.desk, [matter.fields[0].id])
    assert severity(two.desk, two) == "S2"
    assert [each.id for each in only(two.desk).fields] == [matter.fields[0].id]


def test_it_is_taken_back_weeks_after_it_was_sent(two: Disagreement) -> None:
    two.severity_set_by_both()
    conflict = only(two.desk).fields[0].id
    settling.settle(two.desk, {conflict: Choice.MINE})
    two.office.sync()
    two.office.later(days=29)
    settling.take_back(two.desk, [conflict])
    two.office.sync()
    assert severity(two.desk, two) == severity(two.priya.desk, two) == "S2"
    assert len(only(two.desk).fields) == 1


def test_taken_back_it_leaves_what_a_third_person_made_of_it(two: Disagreement) -> None:
    two.severity_set_by_both()
    contested = only(two.desk).fields[0]
    settling.settle(two.desk, {contested.id: Choice.MINE})
    two.office.sync()
    handling.verify_severity(two.priya.desk, two.case, "S1", reason="Nobody can work.")
    two.office.sync()
    settling.take_back(two.desk, [contested.id])
    two.office.sync()
    assert [severity(seat.desk, two) for seat in (two.nadia, two.priya)] == ["S1", "S1"]
    assert only(two.desk).fields[0].id == contested.id


def test_after_thirty_days_it_stands(two: Disagreement) -> None:
    two.severity_set_by_both()
    conflict = only(two.desk).fields[0].id
    settling.settle(two.desk, {conflict: Choice.MINE})
    two.office.later(days=31)
    with pytest.raises(KnownError, match="no longer"):
        settling.take_back(two.desk, [conflict])
    assert severity(two.desk, two) == "S3"


def test_settled_once_is_enough(two: Disagreement) -> None:
    two.severity_set_by_both()
    conflict = only(two.desk).fields[0].id
    settling.settle(two.desk, {conflict: Choice.THEIRS})
    with pytest.raises(KnownError, match="already"):
        settling.settle(two.desk, {conflict: Choice.MINE})


def test_both_texts_can_be_kept_and_taken_back(two: Disagreement) -> None:
    hub = two.office.hub.desk
    article = made(
        knowledge.write_article(hub, knowledge.NewArticle("Import MT940", "Open the file.", "en")).created
    )
    two.office.sync()
    knowledge.edit_article(two.nadia.desk, article, body="Open the file of yesterday.")
    knowledge.edit_article(two.priya.desk, article, body="Open the file of the bank.")
    two.priya.sync()
    two.nadia.sync()
    body = only(two.desk).fields[0]
    assert (body.field, body.both) == ("body", True)
    settling.settle(two.desk, {body.id: Choice.BOTH})
    two.office.sync()
    both = "Open the file of the bank.\n\nOpen the file of yesterday."
    for seat in (two.nadia, two.priya):
        with seat.desk.store.read() as conn:
            assert conn.exec_driver_sql("SELECT body FROM article").scalar() == both
    settling.take_back(two.desk, [body.id])
    two.office.sync()
    with two.priya.desk.store.read() as conn:
        assert conn.exec_driver_sql("SELECT body FROM article").scalar() == "Open the file of the bank."


def test_the_title_is_one_or_the_other(two: Disagreement) -> None:
    two.title_set_by_both()
    title = only(two.desk).fields[0]
    assert (title.both, title.base.text) == (False, "Bank reconciliation skips lines imported by MT940")
    settling.settle(two.desk, {title.id: Choice.MINE})
    two.office.sync()
    assert details.case(two.priya.desk, two.case).title == "MT940 lines with long texts are skipped"


def test_what_was_settled_together_stays_together(two: Disagreement) -> None:
    two.stage_and_severity_set_by_both()
    # A real clock does not stand still between two fields.
    moving = replace(two.desk, now=lambda: two.office.later(seconds=1))
    settling.settle(moving, dict.fromkeys((each.id for each in only(two.desk).fields), Choice.THEIRS))
    (settled,) = matters(two.desk).settled
    assert isinstance(settled, Contested)
    assert [each.field for each in settled.fields] == ["stage", "severity_verified"]


@pytest.mark.parametrize("before", [None, "9.4.1"])
def test_ONX_6_two_versions_of_one_installation_are_put_to_a_person(
    two: Disagreement, before: str | None
) -> None:
    product = two.office.hub.product()
    if before:
        products.install(two.office.hub.desk, two.client, product, before)
    two.office.sync()
    products.install(two.nadia.desk, two.client, product, "9.5.0")
    products.install(two.priya.desk, two.client, product, "9.4.2")
    two.priya.sync()
    two.office.sync()

    def runs(desk: Desk) -> list[str | None]:
        return [each.version for each in products.installations(desk)]

    assert runs(two.desk) == runs(two.priya.desk) == ["9.4.2"]
    (contested,) = only(two.desk).fields
    assert (contested.field, contested.mine.text, contested.theirs.text) == ("version", "9.5.0", "9.4.2")
    settling.settle(two.desk, {contested.id: Choice.MINE})
    two.office.sync()
    assert runs(two.desk) == runs(two.priya.desk) == ["9.5.0"]
    settling.take_back(two.desk, [contested.id])
    two.office.sync()
    assert runs(two.desk) == runs(two.priya.desk) == ["9.4.2"]
