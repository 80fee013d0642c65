"""The search index follows every change by itself; what it holds is found by each of the ways to ask."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, update

from supportdesk.store import case_lists, search
from supportdesk.store.insertion import insert_many
from supportdesk.store.search_documents import index_everything
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import READ_MARK
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.work import ARTICLE
from tests.store.library import DAY, HOUR, asked, found
from tests.store.rows import (
    ME,
    NOW,
    case,
    case_values,
    closed,
    contact,
    entry,
    organisation,
    people,
)


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


def test_a_word_that_nobody_can_type_is_not_taken_for_what_a_case_is(store: Store) -> None:
    with store.write() as conn:
        case(conn, title="\ue000closed \ue000merged", channel="email")
    assert len(found(store, "is:open")) == 1
    assert found(store, "is:closed") == []
