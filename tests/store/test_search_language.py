"""The search language: every word of it read as meant, and no text at all that it stumbles over."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.store.search_language import MOST_TERMS, parse
from supportdesk.store.search_terms import Field, FieldTerm, Mark, MarkTerm, Moment, SearchTerms, Span, Words

NOW = datetime(2026, 3, 4, 9, 30, 45, tzinfo=UTC)
MINUTE = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")


def read(text: str) -> SearchTerms:
    return parse(text, now=NOW, zone=PARIS)


def one(text: str) -> object:
    found = read(text)
    assert found.problem == ""
    (term,) = found.terms
    return term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Élève", Words("eleve", prefix=True)),
        ("eleve ", Words("eleve")),
        ('"paie de mars"', Words("paie de mars")),
        ("“paie  de mars”", Words("paie de mars")),
        ("«paie»", Words("paie")),
        ('"never closed', Words("never closed")),
        ("-printer", Words("printer", negated=True, prefix=True)),
        ('-"paper jam"', Words("paper jam", negated=True)),
        ("C-2026-004711", Words("c-2026-004711", prefix=True, client_code="C20260")),
        ("٤٧١١", Words("4711", prefix=True)),
        ("severity:S1", FieldTerm(Field.SEVERITY, ("s1",))),
        ("Severity:S1,S2", FieldTerm(Field.SEVERITY, ("s1", "s2"))),
        ("severity:S1 severity:S2", FieldTerm(Field.SEVERITY, ("s1", "s2"))),
        ('stage:"Waiting for Customer"', FieldTerm(Field.STAGE, ("waiting for customer",))),
        ("status:new", FieldTerm(Field.STAGE, ("new",))),
        ('client:"Hôpital, Lyon"', FieldTerm(Field.CLIENT, ("hopital, lyon",))),
        ("customer:acme", FieldTerm(Field.CLIENT, ("acme",))),
        ("organisation:acme", FieldTerm(Field.CLIENT, ("acme",))),
        ("-owner:me", FieldTerm(Field.OWNER, ("me",), negated=True)),
        ("number:4711", FieldTerm(Field.NUMBER, ("4711",))),
        ("contact:amel", FieldTerm(Field.CONTACT, ("amel",))),
        ("branch:lyon", FieldTerm(Field.BRANCH, ("lyon",))),
        ("product:ledger", FieldTerm(Field.PRODUCT, ("ledger",))),
        ("area:payroll", FieldTerm(Field.AREA, ("payroll",))),
        ("resolution:workaround", FieldTerm(Field.RESOLUTION, ("workaround",))),
        ("policy:sage", FieldTerm(Field.POLICY, ("sage",))),
        ("channel:email", FieldTerm(Field.CHANNEL, ("email",))),
        ("is:overdue", MarkTerm(Mark.OVERDUE)),
        ("-is:merged", MarkTerm(Mark.MERGED, negated=True)),
        ("has:visit", MarkTerm(Mark.VISIT)),
        ("due:<4h", Span(Moment.DUE, None, MINUTE + timedelta(hours=4))),
        ("due:>2d", Span(Moment.DUE, MINUTE + timedelta(days=2), None)),
        ("due:90min", Span(Moment.DUE, None, MINUTE + timedelta(minutes=90))),
        ("updated:>2d", Span(Moment.UPDATED, None, MINUTE - timedelta(days=2))),
        ("updated:<2d", Span(Moment.UPDATED, MINUTE - timedelta(days=2), None)),
        ("-logged:<1w", Span(Moment.LOGGED, MINUTE - timedelta(weeks=1), None, negated=True)),
    ],
)
def test_each_term_is_read_as_meant(text: str, term: object) -> None:
    assert one(text) == term


def paris(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=PARIS).astimezone(UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        ("2026-01-05", paris(2026, 1, 5), paris(2026, 1, 6)),
        ("2026-01", paris(2026, 1, 1), paris(2026, 2, 1)),
        ("2025-12", paris(2025, 12, 1), paris(2026, 1, 1)),
        ("2025", paris(2025, 1, 1), paris(2026, 1, 1)),
        ("2026-01..2026-02", paris(2026, 1, 1), paris(2026, 3, 1)),
        ("2026-01..", paris(2026, 1, 1), None),
        ("..2026-01-05", None, paris(2026, 1, 6)),
        (">2026-01-01", paris(2026, 1, 2), None),
        (">=2026-01-01", paris(2026, 1, 1), None),
        ("<2026-01-01", None, paris(2026, 1, 1)),
        ("<=2026-01-01", None, paris(2026, 1, 2)),
        ("today", paris(2026, 3, 4), paris(2026, 3, 5)),
        ("yesterday", paris(2026, 3, 3), paris(2026, 3, 4)),
        ("2026-03-29", paris(2026, 3, 29), paris(2026, 3, 30)),  # a day of 23 hours
        ("2026-02-01T14:30", paris(2026, 2, 1, 14, 30), paris(2026, 2, 1, 14, 31)),
        ("٢٠٢٦-٠١", paris(2026, 1, 1), paris(2026, 2, 1)),
    ],
)
def test_dates_are_days_of_the_desks_zone(span: str, start: datetime | None, end: datetime | None) -> None:
    assert one(f"logged:{span}") == Span(Moment.LOGGED, start, end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is:late printer", "is:"),
        ("has:horns printer", "has:"),
        ("due:soon printer", "due:"),
        ("logged:2026-13 printer", "logged:"),
        ("logged:2026-02-30 printer", "logged:"),
        ("logged:0000 printer", "logged:"),
        ("updated:999999y printer", "updated:"),
        ("logged:.. printer", "logged:"),
        ("owner:, printer", "owner:"),
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_is_searched(text: str, said: str) -> None:
    found = read(text)
    assert said in found.problem
    assert found.problem.endswith(".")
    assert found.terms == (Words("printer", prefix=True),)


def test_an_unknown_field_is_taken_for_words() -> None:
    found = read("-tag:urgent printer")
    assert "tag" in found.problem
    assert found.terms == (Words("tag urgent", negated=True), Words("printer", prefix=True))


@pytest.mark.parametrize(
    "pasted", ["https://example.org/a?b=c", r"file:\\server\share", "Error: 12:30", "::", "a::b"]
)
def test_what_people_paste_is_searched_without_a_word(pasted: str) -> None:
    found = read(pasted)
    assert found.problem == ""
    assert all(isinstance(term, Words) for term in found.terms)


@pytest.mark.parametrize("typed", ["SAPONE12345", "sapone-12345", "Sapone 12345", "s-a-p-one12345"])
def test_SAP_1_a_support_code_is_known_by_its_form_and_its_pin_is_never_shown(typed: str) -> None:
    term = one(typed)
    assert isinstance(term, Words)
    assert term.client_code == "SAPONE"
    assert "12345" not in repr(read(typed))


@pytest.mark.parametrize(
    "typed", ["12345", "SAPONE1234", "SAP", "sapone 123456", '"SAPONE12345"', "a b 12345 c"]
)
def test_SAP_1_what_only_looks_like_a_code_is_left_alone(typed: str) -> None:
    codes = [term.client_code for term in read(typed).terms if isinstance(term, Words) and term.client_code]
    assert codes in ([], ["B"])


def test_words_before_a_number_are_still_two_words() -> None:
    term = one("invoice 10023")
    assert isinstance(term, Words)
    assert term.apart


def test_very_much_text_is_cut_with_a_word_about_it() -> None:
    started = time.thread_time()
    found = read("word " * 20_000)
    assert time.thread_time() - started < 1
    assert len(found.terms) <= MOST_TERMS
    assert "first" in found.problem


SIGNS = st.text(
    alphabet='abSé١"“”«»:<>=-*()^+{}[]&|~\\/,.;!?\0\n\t ' + "\u0640\u064b\ud83d\U0001f600", max_size=60
)
PARTS = st.sampled_from(
    [
        "is:",
        "has:",
        "due:<",
        "logged:",
        "owner:",
        "-",
        '"',
        " ",
        "2026-01",
        "..",
        "me",
        "NEAR(",
        "AND",
        "OR NOT",
        "*",
        "S1",
        "4h",
    ]
)


@given(st.one_of(st.text(max_size=200), SIGNS, st.lists(PARTS, max_size=12).map("".join)))
def test_no_text_makes_it_stumble(text: str) -> None:
    found = read(text)
    assert all(isinstance(term, Words | FieldTerm | MarkTerm | Span) for term in found.terms)
    assert found == read(text)


@given(st.text(min_size=1, max_size=40).filter(lambda text: not set(text) & set('"“”«»„')))
def test_what_stands_in_quotes_is_one_phrase(text: str) -> None:
    found = read(f'"{text}"')
    assert len(found.terms) <= 1
    assert all(isinstance(term, Words) and not term.prefix for term in found.terms)
