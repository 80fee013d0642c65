"""ONX-2: what a client signs has a fingerprint, and every change of it is found and located."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.visit_content import (
    ContentLine,
    Difference,
    content_of,
    differences,
    fingerprint,
    plain_content,
    read_content,
    short_fingerprint,
)
from supportdesk.rules.cases.visit_report import (
    Acceptance,
    Agreement,
    AttachedFile,
    CheckedPoint,
    Health,
    SparePart,
    VisitReport,
)

ARRIVED = datetime(2026, 11, 24, 8, 6, tzinfo=UTC)
REPORT = VisitReport(
    engineer=UUID(int=1),
    client=UUID(int=2),
    site=UUID(int=3),
    received_by="Mme Sonia Trabelsi",
    cases=(UUID(int=4), UUID(int=5)),
    arrived=ARRIVED,
    left=ARRIVED + timedelta(hours=3),
    performance=(CheckedPoint("Backup", Health.WATCH, "4 days old"), CheckedPoint("Disk", Health.GOOD)),
    problems="VAT summary wrong",
    work_done="Rebuilt the summary.\nUpdated 7 of 9 workstations.",
    recommendations="Back up every night.\nUpdate the packing desks.",
    client_suggestions="Un bouton pour envoyer la déclaration.",
    passed_on=True,
    spare_parts=(SparePart("Label roll", 2),),
    attachments=(AttachedFile("rack.jpg", "a" * 64),),
    acceptance=Acceptance(as_asked=True, may_close=True, remark="Come again in spring."),
)
OTHER = VisitReport(
    engineer=UUID(int=9),
    client=UUID(int=9),
    site=None,
    received_by="Somebody",
    cases=(UUID(int=4),),
    arrived=ARRIVED + timedelta(seconds=1),
    performance=(CheckedPoint("Backup", Health.BAD, "4 days old"), CheckedPoint("Disk", Health.GOOD)),
    problems="",
    work_done="Rebuilt the summary.\nUpdated 8 of 9 workstations.",
    recommendations="Update the packing desks.",
    client_suggestions="Un bouton",
    passed_on=False,
    spare_parts=(SparePart("Label roll", 3),),
    attachments=(AttachedFile("rack.jpg", "b" * 64),),
    acceptance=Acceptance(as_asked=True, may_close=False, remark="Come again in spring."),
)
AFTER_THE_SIGNATURE = {"left", "agreement"}
FOR_EVER = "2a565c7ecd57eb607d0042546decf5c1d11766c6011d275449c0663e86a64f37"
SIGNED = [field.name for field in fields(VisitReport) if field.name not in AFTER_THE_SIGNATURE]


@pytest.mark.parametrize("part", SIGNED)
def test_ONX_2_every_part_of_a_report_is_bound_by_the_signature(part: str) -> None:
    changed = replace(REPORT, **{part: getattr(OTHER, part)})
    assert fingerprint(content_of(changed)) != fingerprint(content_of(REPORT))
    assert differences(content_of(REPORT), content_of(changed)) != ()


def test_ONX_2_departure_and_agreement_come_after_the_signature() -> None:
    agreed = Agreement("Sonia", signed=True, at=ARRIVED)
    assert content_of(replace(REPORT, left=None, agreement=agreed)) == content_of(REPORT)


def test_ONX_2_the_line_that_differs_is_named() -> None:
    changed = replace(REPORT, work_done=OTHER.work_done, recommendations=OTHER.recommendations)
    assert differences(content_of(REPORT), content_of(changed)) == (
        Difference("work_done", 2, "Updated 7 of 9 workstations.", "Updated 8 of 9 workstations."),
        Difference("recommendations", 1, "Back up every night.", None),
    )


def test_the_same_instant_in_another_zone_is_the_same_content() -> None:
    there = ARRIVED.astimezone(timezone(timedelta(hours=1)))
    assert fingerprint(content_of(replace(REPORT, arrived=there))) == fingerprint(content_of(REPORT))


def test_a_fingerprint_does_not_change_with_the_program() -> None:
    """One that is printed below a report must be the same for ever."""
    assert fingerprint(content_of(REPORT)) == FOR_EVER
    assert short_fingerprint(FOR_EVER) == f"{FOR_EVER[:4]}·{FOR_EVER[4:8]}·{FOR_EVER[8:12]}"


def test_a_remark_cannot_pass_for_another_line() -> None:
    tricky = replace(REPORT, performance=(CheckedPoint("Backup\tgood", Health.BAD, "x\ny"),))
    (line,) = (each for each in content_of(tricky) if each.part == "performance")
    assert line.text == "Backup good\tbad\tx y"


texts = st.text(st.characters(codec="utf-8"), max_size=30)
contents = st.lists(st.builds(ContentLine, st.sampled_from(["a", "b", "c"]), texts), max_size=12).map(tuple)


@given(contents, contents)
def test_contents_differ_exactly_where_their_parts_do(
    first: tuple[ContentLine, ...], second: tuple[ContentLine, ...]
) -> None:
    def parts(content: tuple[ContentLine, ...]) -> dict[str, list[str]]:
        return {part: [line.text for line in content if line.part == part] for part in "abc"}

    named = {each.part for each in differences(first, second)}
    assert named == {part for part in "abc" if parts(first)[part] != parts(second)[part]}
    assert differences(first, first) == ()


@given(contents)
def test_a_content_comes_back_from_json(content: tuple[ContentLine, ...]) -> None:
    assert read_content(plain_content(content)) == content


@pytest.mark.parametrize("value", [None, {}, "x", [1], [["a"]], [["a", 1]], [["a", "b", "c"]], [("a", "b")]])
def test_what_is_no_content_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"content|line"):
        read_content(value)
