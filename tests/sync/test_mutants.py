"""Every safeguard of the sync is needed: with it a story ends well, and without it the same story does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Outcome, Status
from supportdesk.hub import conversation
from supportdesk.services.exchange import (
    effects,
    giving_out,
    permissions,
    receiving,
    scopes_held,
    taking_in,
    taking_over,
)
from supportdesk.store import (
    change_log,
    desk_rows,
    effect_rows,
    history_rows,
    overlay,
    receipt_rows,
    scope_rows,
)
from supportdesk.store.tables.sync import EFFECT, SCOPE
from supportdesk.store.tracking import noted_as
from supportdesk.sync import engine
from supportdesk.sync.engine import Engine
from supportdesk.sync.runs import Run
from tests.sync import stories, trespasses
from tests.sync.stories import a_lost_answer

Story = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A safeguard taken out: what is put in whose place, and the story that tells."""

    name: str
    place: object
    attribute: str
    instead: Any
    story: Story

    @contextmanager
    def alive(self) -> Iterator[None]:
        with patch.object(self.place, self.attribute, self.instead):
            yield


def _nothing(*_args: object, **_options: object) -> None:
    return None


def _receipt_apart(hub: Any, sender: Any, letters: Any) -> Any:
    """Receipts in one transaction, effects in the next."""
    with hub.store.write() as conn:
        known = receipt_rows.receipts(conn, {each.operation.id for each in letters})
        new = [each for each in letters if each.operation.id not in known]
        for each in new:
            values = {
                "op_id": each.operation.id,
                "device_id": sender.device,
                "n": each.number,
                "status": "applied",
            }
            receipt_rows.write_receipts(conn, [{**values, "body_sha": each.digest, "received_at": hub.now()}])
    with hub.store.write() as conn:
        for each in new:
            taking_in.take_in(conn, each.operation, hub.policies)
        seq = change_log.log_changes(conn) or change_log.head(conn)
    return [receiving.Taken(each, "applied", seq) for each in letters]


_take_over = taking_over.take_over


def _cursor_first(desk: Any, arrived: Any) -> ChangeSet:
    if arrived.cursor is not None:
        with desk.store.write(arriving=True) as conn:
            desk_rows.update_membership(conn, cursor=arrived.cursor)
    return _take_over(desk, arrived)


_come_back = desk_rows.come_back


def _each_page_by_itself(self: Engine, done: Any, first: Any = None) -> None:
    run, page = Run(), first or self._pulled()
    while page is not None:
        self._note_scopes(page)
        run.add(page)
        done.rows += self._checkpoint(run, page)
        if not page.more:
            return
        run, page = Run(), self._pulled(page.upto, page.cursor)


def _rejected(_conn: Any, operation: Any, _policies: Any, refusal: Any) -> Outcome:
    return Outcome(operation.id, Status.REJECTED, reason=str(refusal))


def _claim_without_saying(store: Any, now: Any) -> effects.Effect | None:
    with store.read() as conn:
        row = conn.execute(select(EFFECT).where(EFFECT.c.due_at <= now)).mappings().first()
    return None if row is None else effects.Effect(row["op_id"], row["kind"], row["case_id"], {})


_changes_after = giving_out.changes_after


def _cursor_past_the_page(conn: Any, cursors: Any, upto: Any, limit: int, *, loading: Any) -> Any:
    given = _changes_after(conn, cursors, upto, limit, loading=loading)
    given.cursor, given.more = upto, False
    return given


def _all_scopes(conn: Any, _agent: UUID) -> dict[int, Any]:
    return {row.id: (row.kind, row.ref) for row in conn.execute(select(SCOPE))}


def _unfiltered(conn: Any, given: Any, lines: Any, _scopes: Any, loading: Any) -> None:
    every = frozenset(_all_scopes(conn, UUID(int=0)))
    _fill(conn, given, lines, every, loading)


_fill = giving_out._fill
_place_roots = scope_rows.place_roots
_refusal = receiving._refusal


def _without_lines(act: str) -> Any:
    def lines(conn: Any, touched: Any, moved: Any) -> Any:
        return [line for line in _lines(conn, touched, moved) if line.act != act]

    return lines


_lines = change_log._lines


def _never_in_the_way(desk: Any, arrived: Any) -> ChangeSet:
    return taking_over._take_over(desk, arrived, everything=False)


def _take_bluntly(conn: Any, hub: Any, sender: Any, sent: Any, refusal: Any, take: Any) -> Any:
    outcome = refusal or take(conn, sent.operation, hub.policies)
    return receiving.Taken(sent, outcome.status.value, 0, outcome.rule, outcome.reason, outcome.result)


def _redone_bluntly(conn: Any, desk: Any, waiting: Any) -> Outcome:
    with noted_as(conn, waiting.kept.number):
        outcome, _ = taking_in.try_out(conn, waiting.kept.operation, desk.policies, provisional=True)
    return outcome


MUTANTS = (
    Mutant("no receipt look-up", receipt_rows, "receipts", lambda _conn, _ids: {}, a_lost_answer),
    Mutant(
        "receipt apart from effect",
        receiving,
        "_in_one_transaction",
        _receipt_apart,
        stories.a_hub_that_crashes_between,
    ),
    Mutant(
        "cursor before rows", engine, "take_over", _cursor_first, stories.a_desk_that_crashes_as_it_takes_over
    ),
    Mutant(
        "answer before its rows",
        desk_rows,
        "come_back",
        lambda conn, _seq: _come_back(conn, 1 << 60),
        stories.an_answer_before_its_rows,
    ),
    Mutant("pages one by one", Engine, "pull", _each_page_by_itself, stories.pages_of_one_checkpoint),
    Mutant(
        "cursor past the page",
        giving_out,
        "changes_after",
        _cursor_past_the_page,
        stories.pages_of_one_checkpoint,
    ),
    Mutant(
        "own work not redone",
        taking_over,
        "_redo",
        lambda _conn, _desk, waiting: waiting.kept.outcome,
        stories.work_beneath_what_arrives,
    ),
    Mutant("own work not taken off", overlay, "take_off", _nothing, stories.work_beneath_what_arrives),
    Mutant(
        "shadow not restored",
        overlay,
        "_among",
        lambda _conn, _sql, _values: [],
        stories.work_beneath_what_arrives,
    ),
    Mutant("conflicts dropped", taking_in, "raise_conflicts", lambda *_args: ChangeSet(), stories.two_titles),
    Mutant(
        "whole roots not sent",
        change_log,
        "_lines",
        _without_lines(change_log.ENTER),
        stories.a_case_that_leaves_a_branch,
    ),
    Mutant(
        "leaving not told",
        change_log,
        "_lines",
        _without_lines(change_log.LEAVE),
        stories.a_change_before_a_case_left,
    ),
    Mutant(
        "what left is kept",
        taking_over,
        "_leave",
        lambda _conn, _root: False,
        stories.a_case_that_leaves_a_branch,
    ),
    Mutant(
        "lost scopes are kept",
        taking_over,
        "_leave_scopes",
        lambda _conn, _lost: [],
        stories.a_person_who_changes_branch,
    ),
    Mutant(
        "rows given without a look at scopes",
        giving_out,
        "_fill",
        _unfiltered,
        stories.a_change_before_a_case_left,
    ),
    Mutant(
        "scopes not asked for",
        scopes_held,
        "held_by",
        _all_scopes,
        trespasses.a_scope_that_was_lost,
    ),
    Mutant("loading not asked for", scopes_held, "held_by", _all_scopes, trespasses.a_scope_one_has_not),
    Mutant("sees off", receiving, "_hidden", lambda *_args: frozenset(), trespasses.somebody_elses_case),
    Mutant("actor off", receiving, "_refusal", _nothing, trespasses.somebody_elses_name),
    Mutant("roles off", permissions, "may_do", lambda *_args: True, trespasses.a_role_one_has_not),
    Mutant("device off", conversation, "own_device", _nothing, trespasses.another_device),
    Mutant(
        "repetition not compared",
        receiving,
        "_again",
        lambda sent, receipt: receiving.Taken(sent, receipt["status"], 0),
        trespasses.one_id_twice,
    ),
    Mutant("nothing dropped after a long absence", Engine, "_drop_unseen", _nothing, stories.away_too_long),
    Mutant(
        "whole roots do not replace", taking_over, "_drop_vanished", _nothing, stories.away_while_a_clock_went
    ),
    Mutant("fuse off", Engine, "_guard", _nothing, trespasses.too_much_goes),
    Mutant(
        "seen ignored",
        history_rows,
        "client_spoke_beyond",
        lambda *_args: False,
        stories.a_reply_by_a_clock_that_is_ahead,
    ),
    Mutant(
        "clock believed",
        receiving,
        "_timed",
        lambda operation, _hub: operation,
        stories.a_clock_ten_years_ahead,
    ),
    Mutant("a fault stops the queue", receiving, "_take", _take_bluntly, stories.poison),
    Mutant("a fault stops what arrives", taking_over, "_redo", _redone_bluntly, stories.poison_at_home),
    Mutant("appends rejected", taking_in, "_refused", _rejected, stories.words_that_a_rule_refuses),
    Mutant(
        "effects not claimed", effects, "_claim", _claim_without_saying, stories.an_effect_whose_carrier_dies
    ),
    Mutant(
        "taken back after it left",
        effect_rows,
        "has_begun",
        lambda *_args: False,
        stories.a_mail_taken_back_too_late,
    ),
)

STORIES = sorted(
    {
        value
        for name, value in vars(stories).items()
        if callable(value)
        and getattr(value, "__module__", "") == stories.__name__
        and not name.startswith("_")
        and name != "replace_letter"
    },
    key=lambda story: story.__name__,
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_told_honestly_every_story_ends_well(story: Story) -> None:
    story()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_without_a_safeguard_its_story_does_not(mutant: Mutant) -> None:
    with mutant.alive(), pytest.raises((AssertionError, DBAPIError, KnownError, ZeroDivisionError)):
        mutant.story()
