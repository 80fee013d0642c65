"""Searching the desk's file: what is found, what is not, and that the index follows every change by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, update

from supportdesk.store import case_lists, search
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.insertion import insert_many
from supportdesk.store.search_documents import index_everything
from supportdesk.store.search_language import parse
from supportdesk.store.search_terms import Field
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import READ_MARK
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.work import ARTICLE, PRODUCT, REMOTE_SESSION, VISIT, VISIT_CASE
from tests.store.rows import (
    HERE,
    KEY,
    ME,
    NOW,
    THERE,
    YOU,
    case,
    case_values,
    closed,
    contact,
    entry,
    organisation,
    paused,
    people,
    running,
)

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NAMES = {
    Field.STAGE: {
        "waiting for customer": frozenset({"waiting_for_customer"}),
        "waiting for 3rd party vendor": frozenset({"waiting_for_vendor"}),
        "in progress": frozenset({"in_progress"}),
        "in_progress": frozenset({"in_progress"}),
    },
    Field.SEVERITY: {"s1": frozenset({"S1"}), "critical": frozenset({"S1"}), "s2": frozenset({"S2"})},
}


def asked(text: str, view: View = View.SEARCH, order: Order = Order.NEWEST) -> Criteria:
    terms = parse(text, now=NOW, zone=ZoneInfo("UTC"))
    return Criteria(view, order, ME, NOW, branch_id=HERE, terms=terms, names=NAMES)


def found(store: Store, text: str, view: View = View.SEARCH, order: Order = Order.NEWEST) -> list[str]:
    """The titles of what a search finds."""
    with store.read() as conn:
        return [line.title for line in case_lists.page(conn, asked(text, view, order), 0, 100)]


def problem(store: Store, text: str) -> str:
    with store.read() as conn:
        return case_lists.shape(conn, asked(text)).problem


@pytest.fixture(scope="module")
def library(empty_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A few cases, each different, to be searched and not changed. Their titles name them."""
    path = tmp_path_factory.mktemp("library") / "desk.db"
    shutil.copy(empty_desk, path)
    store = Store.open(path, KEY)
    with store.write() as conn:
        _fill(conn)
    yield store
    store.close()


def _fill(conn: Connection) -> None:
    people(conn)
    atlas = organisation(conn, "Clinique de l'Atlas", "SAPATL")
    port = organisation(conn, "Port Authority", "PORT9")
    amel = contact(conn, "Amel Haddad", atlas)
    ledger = uuid4()
    conn.execute(insert(PRODUCT).values(id=ledger, code="GL", name="General Ledger", updated_at=NOW))
    printer = case(
        conn,
        title="printer",
        number="C-2026-004711",
        organisation_id=atlas,
        contact_id=amel,
        owner_id=ME,
        branch_id=HERE,
        product_id=ledger,
        area="Paie & Congés",
        severity_claimed="S1",
        severity_rank=1,
        attachments=1,
        **running(NOW - HOUR),
    )
    entry(conn, printer, "L'imprimante de l'étage ne répond plus: Erreur 0x80004005")
    payroll = case(
        conn,
        title="payroll",
        number="C-2026-000012",
        organisation_id=port,
        owner_id=YOU,
        branch_id=THERE,
        severity_claimed="S1",
        severity_verified="S2",
        severity_rank=2,
        template={"summary": "كشف الرواتب لا يُطبع", "users": "12 postes"},
        last_client_at=NOW,
        **{**paused(), "stage": "waiting_for_customer", "stage_kind": "waiting"},
    )
    entry(conn, payroll, "The printer prints the payslips twice")
    archive = case(
        conn,
        title="archive",
        number="INC0010023",
        source="servicenow",
        source_number="RITM7",
        logged_at=NOW - 60 * DAY,
        channel="phone",
        resolution="workaround",
        policy_code="sage",
        **closed(NOW - 30 * DAY),
    )
    entry(conn, archive, "old printer driver")
    kept = case(conn, title="kept", logged_at=NOW - 2 * DAY, **running(NOW + 3 * HOUR))
    merged = case(conn, title="merged", merged_into=kept)
    entry(conn, merged, "printer printer")
    visit = uuid4()
    row = {"id": visit, "number": "V-1", "organisation_id": port, "state": "planned", "updated_at": NOW}
    conn.execute(insert(VISIT).values(row))
    conn.execute(insert(VISIT_CASE).values(id=uuid4(), visit_id=visit, case_id=payroll, updated_at=NOW))
    session = {"id": uuid4(), "case_id": kept, "tool": "teamviewer", "started_at": NOW, "updated_at": NOW}
    conn.execute(insert(REMOTE_SESSION).values(session))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("printer", ["archive", "payroll", "printer"]),
        ("PRINTER driver", ["archive"]),
        ("print", ["archive", "payroll", "printer"]),
        ("print ", []),
        ('"printer prints"', ["payroll"]),
        ('"prints printer"', []),
        ("imprimante etage", ["printer"]),
        ("الرواتب", ["payroll"]),
        ("يطبع", ["payroll"]),
        ("postes", ["payroll"]),
        ("0x80004005", ["printer"]),
        ("4711", ["printer"]),
        ("C-2026-004711", ["printer"]),
        ("number:4711", ["printer"]),
        ("number:12", ["payroll"]),
        ("RITM7", ["archive"]),
        ("INC0010023", ["archive"]),
        ("atlas", ["printer"]),
        ("haddad", ["printer"]),
        ("printer -driver", ["payroll", "printer"]),
        ("-printer", ["kept"]),
        ("severity:S1", ["printer"]),
        ("severity:S1,S2", ["payroll", "printer"]),
        ("severity:critical", ["printer"]),
        ("-severity:S1", ["kept", "archive", "payroll"]),
        ('stage:"Waiting for Customer"', ["payroll"]),
        ("status:waiting", ["payroll"]),
        ("stage:in_progress", ["kept", "printer"]),
        ("owner:me", ["printer"]),
        ("owner:none", ["kept", "archive"]),
        ("owner:samir", ["payroll"]),
        ("owner:elan,me", ["payroll", "printer"]),
        ('owner:"Samir Élan"', ["payroll"]),
        ("-owner:me printer", ["archive", "payroll"]),
        ("client:atlas", ["printer"]),
        ('client:"Port Authority"', ["payroll"]),
        ("customer:SAPATL", ["printer"]),
        ("contact:amel", ["printer"]),
        ("branch:lyon", ["payroll"]),
        ("product:ledger", ["printer"]),
        ('area:"paie & congés"', ["printer"]),
        ("channel:phone", ["archive"]),
        ("policy:sage", ["archive"]),
        ("resolution:workaround", ["archive"]),
        ("is:open", ["kept", "payroll", "printer"]),
        ("is:closed", ["archive"]),
        ("is:overdue", ["printer"]),
        ("is:paused", ["payroll"]),
        ("is:waiting", ["payroll"]),
        ("is:unassigned is:open", ["kept"]),
        ("is:mine", ["printer"]),
        ("is:unread", ["payroll"]),
        ("-is:unread is:open", ["kept", "printer"]),
        ("is:merged", ["merged"]),
        ("is:merged printer", ["merged"]),
        ("is:merged logged:2026", ["merged"]),
        ("has:attachment", ["printer"]),
        ("has:visit", ["payroll"]),
        ("has:remote", ["kept"]),
        ("due:<4h", ["kept", "printer"]),
        ("due:>2h", ["kept"]),
        ("due:<4h -is:overdue", ["kept"]),
        ("due:<4h printer", ["printer"]),
        ("logged:<7d", ["kept", "payroll", "printer"]),
        ("logged:>7d", ["archive"]),
        ("logged:2026-01", ["archive"]),
        ("logged:2025..2026", ["kept", "archive", "payroll", "printer"]),
        ("-logged:2026-01 printer", ["payroll", "printer"]),
        ("closed:<40d", ["archive"]),
        ("closed:>40d", []),
        ("updated:>30d", ["archive"]),
        ("printer logged:>7d", ["archive"]),
        ("SAPATL12345", ["printer"]),
        ("sapatl 12345", ["printer"]),
        ("SAPATL12345 is:closed", []),
    ],
)
def test_a_search_finds_what_it_says(library: Store, text: str, titles: list[str]) -> None:
    assert found(library, text) == titles
    assert problem(library, text) == ""


def test_a_search_without_a_word_is_the_whole_list(library: Store) -> None:
    assert found(library, "!!! ???") == ["payroll", "printer", "kept", "archive"]


@pytest.mark.parametrize(
    ("view", "titles"),
    [
        (View.INBOX, ["payroll", "printer"]),
        (View.MINE, ["printer"]),
        (View.UNASSIGNED, []),
        (View.BREACHING, ["printer"]),
        (View.WAITING, ["payroll"]),
        (View.BRANCH, ["printer"]),
        (View.ALL_OPEN, ["payroll", "printer"]),
        (View.EVERYTHING, ["archive", "payroll", "printer"]),
    ],
)
def test_a_view_can_be_searched(library: Store, view: View, titles: list[str]) -> None:
    assert found(library, "printer", view) == titles


def test_what_is_found_is_sorted_as_asked(library: Store) -> None:
    assert found(library, "is:open", order=Order.DEADLINE) == ["printer", "kept", "payroll"]
    assert found(library, "is:open", order=Order.SEVERITY) == ["printer", "payroll", "kept"]
    assert found(library, "logged:2025..", order=Order.ACTIVITY)[-1] == "archive"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("client:nobody", "No client is called “nobody”."),
        ("stage:nowhere", "No stage is called “nowhere”."),
        ("owner:nobody printer", "No owner is called “nobody”."),
        ("channel:pigeon", "No channel is called “pigeon”."),
    ],
)
def test_a_name_that_fits_nothing_is_told_and_finds_nothing(library: Store, text: str, said: str) -> None:
    assert found(library, text) == []
    assert problem(library, text) == said


def test_the_best_matches_come_first_where_they_are_few(library: Store) -> None:
    with library.read() as conn:
        titles = [line.title for line in case_lists.best(conn, asked("printer"), 10)]
    assert titles[0] == "printer"
    assert sorted(titles) == ["archive", "payroll", "printer"]


def test_SAP_1_a_pin_is_taken_out_of_what_is_kept(library: Store) -> None:
    with library.read() as conn:
        assert search.without_pin(conn, "SAPATL12345 is:open") == "SAPATL is:open"
        assert search.without_pin(conn, "is:open sap-atl 12345") == "is:open SAPATL"
        assert search.without_pin(conn, "INC0010023 -x 12345") == "INC0010023 -x 12345"


def test_clients_contacts_and_articles_are_found_by_how_their_words_begin(store: Store) -> None:
    with store.write() as conn:
        atlas = organisation(conn, "Clinique de l'Atlas", "SAPATL")
        other = organisation(conn, "Atlantic Freight")
        amel = contact(conn, "Amel Haddad", atlas)
        article = uuid4()
        row = {
            "id": article,
            "number": "KB-318",
            "language": "fr",
            "title": "Imprimer la paie",
            "body": "Étape une",
        }
        conn.execute(insert(ARTICLE).values(**row, audience="client", updated_at=NOW))
    with store.read() as conn:
        assert set(search.find_parties(conn, "organisation", "atl", 10)) == {atlas, other}
        assert search.find_parties(conn, "organisation", "sapatl", 10) == (atlas,)
        assert search.find_parties(conn, "contact", "HADD am", 10) == (amel,)
        assert search.find_articles(conn, "etape", 10) == (article,)
        assert search.find_articles(conn, "318", 10) == (article,)
        assert search.find_articles(conn, '"', 10) == ()
    with store.write() as conn:
        conn.execute(update(ORGANISATION).where(ORGANISATION.c.id == other).values(deleted=True))
        conn.execute(update(ARTICLE).values(title="Autre chose"))
    with store.read() as conn:
        assert search.find_parties(conn, "organisation", "atl", 10) == (atlas,)
        assert search.find_articles(conn, "imprimer", 10) == ()


def test_SAG_2_what_is_like_a_text_is_found_by_its_rare_words(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        for _ in range(50):
            entry(conn, case(conn, title="plain"), "the report does not print")
        twin = case(conn, title="twin")
        entry(conn, twin, "the report shows a negative accrual after rollover")
        half = case(conn, title="half")
        entry(conn, half, "rollover of the year")
        body = "When the accrual is negative after a rollover"
        row = {"id": uuid4(), "number": "KB-1", "language": "en", "title": "Negative accrual", "body": body}
        conn.execute(insert(ARTICLE).values(**row, audience="client", updated_at=NOW))
    with store.read() as conn:
        alike = search.similar_cases(conn, "Negative accrual in the report since the rollover!", 3)
        assert [each.id for each in alike[:2]] == [twin, half]
        assert 0 < alike[1].share < alike[0].share <= 1
        assert [each.id for each in search.similar_articles(conn, "negative accrual", 3)] == [row["id"]]
        assert search.similar_cases(conn, "", 3) == ()
        assert search.similar_cases(conn, "zzz unheard", 3) == ()


def test_the_index_follows_every_change_without_being_asked(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        atlas = organisation(conn, "Clinique de l'Atlas")
        amel = contact(conn, "Amel Haddad", atlas)
        made = case(conn, title="one", organisation_id=atlas, contact_id=amel)
        entry(conn, made, "first")
    changes: list[tuple[Any, str, str]] = [
        (update(CASE).values(title="two"), "two", "one"),
        (update(CASE).values(owner_id=ME), "owner:me", "owner:none"),
        (update(CASE).values(**closed()), "is:closed", "is:open"),
        (update(CASE).values(merged_into=uuid4()), "is:merged", "two"),
        (update(CASE).values(merged_into=None), "two", "is:merged"),
        (update(ENTRY).values(body="second"), "second", "first"),
        (update(ORGANISATION).values(name="Hôpital Ibn Sina"), "sina", "atlas"),
        (update(CONTACT).values(name="Amel Zerhouni"), "zerhouni", "haddad"),
        (delete(ENTRY), "two", "second"),
    ]
    for statement, finds, no_longer in changes:
        with store.write() as conn:
            conn.execute(statement)
        assert len(found(store, finds)) == 1, finds
        assert found(store, no_longer) == [], no_longer
    with store.write() as conn:
        conn.execute(delete(CASE))
    assert found(store, "two") == []
    with store.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM search_pending").scalar() == 0
        assert conn.exec_driver_sql("SELECT count(*) FROM case_search_docsize").scalar() == 0


def test_a_change_that_is_taken_back_leaves_no_trace_in_the_index(store: Store) -> None:
    def fail() -> None:
        with store.write() as conn:
            case(conn, title="never")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(store, "never") == []


def test_the_whole_index_can_be_made_anew(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        for number in range(3):
            case(conn, title=f"kept {number}")
    with store.write() as conn:
        conn.exec_driver_sql("DELETE FROM case_search")
        index_everything(conn)
    assert len(found(store, "kept ")) == 3


def test_a_case_is_unread_until_it_is_looked_at(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        made = case(conn, title="new word", last_client_at=NOW)
    assert found(store, "is:unread") == ["new word"]
    with store.write() as conn:
        conn.execute(insert(READ_MARK).values(case_id=made, agent_id=ME, seen_at=NOW))
    assert found(store, "is:unread") == []


def test_a_search_with_very_many_hits_stops_and_says_so(store: Store) -> None:
    many = case_lists.MOST_FOUND + 50
    with store.write(bulk=True) as conn:
        insert_many(conn, CASE, [case_values(title=f"common {number}") for number in range(many)])
    with store.read() as conn:
        shape = case_lists.shape(conn, asked("common"))
        assert (shape.count, shape.capped) == (case_lists.MOST_FOUND, True)
        newest = case_lists.page(conn, asked("common"), 0, 1)[0]
        assert newest.title == f"common {many - 1}"
        few = case_lists.shape(conn, asked(f'"common {many - 1}"'))
        assert (few.count, few.capped) == (1, False)
        assert case_lists.index_of(conn, asked("common"), newest.id) == 0


def test_words_and_spans_meet_however_many_there_are_of_each(store: Store) -> None:
    """Each of the ways to answer gives what the plain one gives."""
    rows = [
        case_values(title="wide narrow" if number % 50 == 0 else "wide", logged_at=NOW - number * HOUR)
        for number in range(700)
    ]
    with store.write(bulk=True) as conn:
        insert_many(conn, CASE, rows)
    recent = {row["id"] for row in rows if row["logged_at"] >= NOW - 3 * DAY}
    rare = {row["id"] for row in rows if "narrow" in row["title"]}
    every = {row["id"] for row in rows}
    last_day = {row["id"] for row in rows if row["logged_at"] >= NOW - DAY}
    expected = {
        "wide logged:<3d": recent,
        "narrow logged:<3d": recent & rare,
        "wide -logged:<3d": every - recent,
        "wide logged:<3d updated:>1d": {
            row["id"] for row in rows if NOW - 3 * DAY <= row["logged_at"] < NOW - DAY
        },
        "wide logged:<3d -updated:<1d": recent - last_day,
        "wide is:overdue": set(),
    }
    for text, ids in expected.items():
        with store.read() as conn:
            assert {line.id for line in case_lists.page(conn, asked(text), 0, 1_000)} == ids, text


SIGNS = st.text(alphabet='abé"“:<>=-*()^+{}[]&|~\\/,.;\0\n ' + "\ue000\ud83d\U0001f600", max_size=40)
PARTS = st.sampled_from(
    [
        "is:overdue ",
        "is:unread ",
        "has:visit ",
        "due:<4h ",
        "logged:2026 ",
        "owner:me ",
        "-",
        '"',
        "printer ",
        "NEAR(",
        " AND ",
        " OR NOT ",
        "*",
        "severity:S1,S2 ",
        "client:",
        "body:",
        "number:",
        "is:merged ",
        "closed:>1d ",
        "facets : ",
    ]
)


@given(
    text=st.one_of(st.text(max_size=80), SIGNS, st.lists(PARTS, max_size=8).map("".join)),
    view=st.sampled_from(View),
    order=st.sampled_from(Order),
)
@settings(max_examples=300, deadline=None)
def test_no_search_ends_in_an_error(library: Store, text: str, view: View, order: Order) -> None:
    criteria = asked(text, view, order)
    with library.read() as conn:
        shape = case_lists.shape(conn, criteria)
        lines = case_lists.page(conn, criteria, 0, 100)
        assert shape.count == len(lines)
        assert sum(count for _, count in shape.groups) in (0, shape.count)
        again = case_lists.page(conn, replace(criteria, now=NOW + timedelta(minutes=1)), 0, 100)
        assert {line.id for line in again} <= {line.id for line in lines} or criteria.view is View.BREACHING
        case_lists.best(conn, criteria, 5)


def test_a_word_that_nobody_can_type_is_not_taken_for_what_a_case_is(store: Store) -> None:
    with store.write() as conn:
        case(conn, title="\ue000closed \ue000merged", channel="email")
    assert len(found(store, "is:open")) == 1
    assert found(store, "is:closed") == []
