"""States, quantities and times that are shown otherwise than they were signed (ONX-2)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from PySide6.QtCore import QTranslator

from supportdesk.documents import visit_pdf as making
from supportdesk.documents.signed_copy import write_copy
from supportdesk.documents.verifying import Finding, Verdict, verify
from supportdesk.documents.visit_document import Language, VisitDocument
from supportdesk.documents.visit_pdf import visit_pdf
from supportdesk.rules.cases.visit_report import Health
from tests.documents.sahel import LEFT, sahel, signed
from tests.documents.test_verifying import copy_in, places


def changed(before: VisitDocument, **parts: object) -> VisitDocument:
    values: dict[str, Any] = parts
    return signed(replace(before, report=replace(before.report, **values), signature=None))


def printed_for(signed_one: VisitDocument, shown: VisitDocument, patched: pytest.MonkeyPatch) -> Verdict:
    """The pages and what the copy says of them are those of `shown`; what is signed in it is the other's."""
    with patched.context() as while_made:
        while_made.setattr(making, "write_copy", lambda _document, words: write_copy(signed_one, words))
        return verify(visit_pdf(shown))


@pytest.mark.parametrize("language", list(Language))
def test_ONX_2_other_states_quantities_and_times_are_found(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = sahel(language, photos=0, full=True)
    report = true.report
    assert report.arrived is not None
    good = tuple(replace(each, health=Health.GOOD) for each in report.performance)
    five = tuple(replace(each, quantity=5) for each in report.spare_parts)
    for parts, found in (
        ({"performance": good}, [("performance", 1), ("performance", 4), ("performance", 5)]),
        ({"spare_parts": five}, [("spare_parts", 1)]),
        ({"arrived": report.arrived - timedelta(hours=3)}, [("arrived", 1)]),
        ({"arrived": report.arrived - timedelta(days=3)}, [("arrived", 1)]),
    ):
        verdict = printed_for(true, changed(true, **parts), monkeypatch)
        assert verdict.finding is Finding.CHANGED
        assert places(verdict) == found
        assert verdict.copy is not None
        assert verdict.copy.signature == true.signature


def without_offset(data: bytes, minutes: int) -> bytes:
    """A copy as older programs wrote it; what is shown of the arrival is some minutes later."""
    plain = json.loads(data)
    del plain["utc_offset"]
    number = next(str(at) for at, line in enumerate(plain["content"]) if line[0] == "arrived")
    assert plain["shown"][number].startswith("09:06")
    plain["shown"][number] = f"09:{6 + minutes:02} – 11:54"
    return json.dumps(plain).encode()


def test_a_copy_from_before_it_told_its_zone_shows_a_time_of_some_zone() -> None:
    copy = copy_in(visit_pdf(sahel(Language.ENGLISH, photos=0)))
    assert verify(without_offset(copy, 0)).differences == ()
    assert places(verify(without_offset(copy, 5))) == [("arrived", 1)]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("minutes", [-12 * 60, -3 * 60 - 30, 0, 5 * 60 + 45, 14 * 60])
def test_ONX_2_a_visit_of_several_days_in_any_zone_is_as_signed(
    language: Language, minutes: int, translators: Mapping[Language, QTranslator | None]
) -> None:
    zone = timezone(timedelta(minutes=minutes))
    document = replace(sahel(language, photos=0, full=True), zone=zone)
    for left in (LEFT, LEFT + timedelta(days=9), None):
        verdict = verify(visit_pdf(changed(document, left=left), translators[language]))
        assert (verdict.finding, verdict.differences) == (Finding.SIGNED, ())


def test_ONX_2_what_is_signed_but_not_shown_is_found() -> None:
    plain = json.loads(copy_in(visit_pdf(sahel(Language.ENGLISH, photos=0, full=True))))
    for name in list(plain["shown"]):
        other = {**plain, "shown": {each: plain["shown"][each] for each in plain["shown"] if each != name}}
        found = verify(json.dumps(other).encode())
        part = plain["content"][int(name.partition(".")[0])][0] if name != "signer" else ""
        # Nothing but the signature itself has the name, and a wish is passed on without anybody's signing for it.
        assert bool(found.differences) is (part not in {"", "passed_on"}), name
