"""Whether a case, its clocks and its timeline that came as rows can be worked on here; what follows from them anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, Cover, EntryKind, LedgerKind, LinkKind
from supportdesk.rules.policies.file import load_policy
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.bringing.form import Row
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.case_event_codec import read_event
from supportdesk.store.case_rows import columns_of_state
from supportdesk.store.case_state_codec import read_state
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import CASE, CLOCK
from supportdesk.store.tables.columns import Instant, Json, from_micros, to_micros

BROKEN = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    StopIteration,
    KnownError,
)
"""What reading something that is not what it should be may raise."""

_MOST_OF_A_TICKET = 10_000


def policy_of(policies: PolicyBook, row: Row) -> Policy | None:
    """The version of the policy that a row stands under; None where it is not here."""
    try:
        return policies.version(row["policy_code"], row["policy_version"])
    except KnownError:
        return None


def year_of(policy: Policy, row: Row) -> int:
    """The year in which a case was logged, by which it is numbered."""
    return policy.calendar.local(from_micros(row["logged_at"])).year


def completed(row: Row, clocks: Sequence[Row], policy: Policy) -> Row:
    """A case's row with all that follows from its state reckoned anew; one of BROKEN where it makes no sense.

    The state and its clocks are taken as they are: what was judged stays judged.
    """
    Channel(row["channel"])
    Cover(row["cover"])
    ordered = sorted(clocks, key=lambda clock: int(clock["ordinal"]))
    state = read_state(_typed(CASE, row), [_typed(CLOCK, clock) for clock in ordered])
    derived = columns_of_state(state, policy)
    return {**row, **{name: _kept(value) for name, value in derived.items() if name != "machine"}}


def check_clock(row: Row, policies: PolicyBook) -> None:
    """One of BROKEN for a clock that can't be explained here."""
    if policy_of(policies, row) is None:
        raise ValueError("its policy is not here")


def event_of(row: Row) -> CaseEvent | None:
    """The event that a line of a timeline is the trace of; one of BROKEN for a line that can't be read."""
    EntryKind(row["kind"])
    if row["channel"] is not None:
        Channel(row["channel"])
    if row["data"] is not None and not isinstance(json.loads(row["data"]), dict):
        raise ValueError("no data")
    return None if row["event"] is None else read_event(json.loads(row["event"]), from_micros(row["at"]))


def check_ledger(row: Row) -> None:
    """One of BROKEN for a line of a ledger that can't be reckoned with."""
    LedgerKind(row["kind"])
    if not -_MOST_OF_A_TICKET <= row["quantity"] <= _MOST_OF_A_TICKET:
        raise ValueError("quantity")


def check_link(row: Row) -> None:
    """One of BROKEN for a link of no kind."""
    LinkKind(row["kind"])


def _typed(table: Any, row: Mapping[str, Any]) -> Record:  # noqa: ANN401 - one of two tables
    """A row as a query would give it."""
    typed = dict(row)
    for name, value in row.items():
        if value is None:
            continue
        kind = table.c[name].type
        if isinstance(kind, Instant):
            typed[name] = from_micros(value)
        elif name == "machine" and isinstance(kind, type(Json)):
            typed[name] = json.loads(value)
    return typed


def _kept(value: Any) -> Any:  # noqa: ANN401 - of any column
    """A value as an image has it."""
    if isinstance(value, bool):
        return int(value)
    return to_micros(value) if hasattr(value, "tzinfo") else value


def loaded(text: str) -> Policy:
    """The policy that a text says; KnownError for one that says none."""
    return load_policy(text, "as brought")


def digest(text: str) -> str:
    """The checksum by which a policy's text is known."""
    return sha256(text.encode()).hexdigest()
