"""Searching the desk's file: what is found, what is not, and that no search ends in an error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.store import case_lists, search
from supportdesk.store.criteria import Order, View
from supportdesk.store.store import Store
from tests.store.library import asked, fill, found, problem
from tests.store.rows import (
    KEY,
    NOW,
)


@pytest.fixture(scope="module")
def library(empty_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A few cases, each different, to be searched and not changed. Their titles name them."""
    path = tmp_path_factory.mktemp("library") / "desk.db"
    shutil.copy(empty_desk, path)
    store = Store.open(path, KEY)
    with store.write() as conn:
        fill(conn)
    yield store
    store.close()


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
