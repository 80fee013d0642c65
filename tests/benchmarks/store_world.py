"""Builds a desk's encrypted file with very many cases for the benchmarks, alike for like seeds; measures nothing."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from supportdesk.store import migrate, revision
from supportdesk.store.insertion import insert_many
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY, NO_DEADLINE_SORT, PAUSED_SORT
from supportdesk.store.tables.columns import to_micros
from supportdesk.store.tables.people import AGENT, BRANCH, CONTACT, ORGANISATION

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
KEY = bytes(range(32))
ME = UUID(int=0xA000)

# Words put into so many of a million cases, whatever the size of the world: 0.01 %, 1 %, 10 %.
RARE, SOME, MANY = "quizzacious", "flibbertigib", "commonplace"
_SHARES = {RARE: 0.0001, SOME: 0.01, MANY: 0.1}

_BRANCHES, _AGENTS = 8, 40
_OPEN_SHARE = 0.05
_CHUNK = 5_000
_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fil",
    "gra",
    "hem",
    "in",
    "jo",
    "ker",
    "lum",
    "mar",
    "no",
    "pri",
    "tor",
    "ver",
)


@dataclass(frozen=True)
class World:
    """An open store with so many cases."""

    store: Store
    cases: int


def world(folder: Path, cases: int) -> World:
    """Open the world with so many cases, after building it if it is not there yet."""
    path = folder / f"desk-{cases}-{revision.HEAD}.db"
    made = path.with_suffix(".made")
    if not made.exists():
        path.unlink(missing_ok=True)
        started = time.perf_counter()
        _build(path, cases)
        seconds = time.perf_counter() - started
        made.write_text(f"{seconds:.0f}")
        print(f"built {cases:,} cases in {seconds:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
    return World(Store.open(path, KEY), cases)


def _build(path: Path, cases: int) -> None:
    chance = random.Random(cases)
    store = Store.open(path, KEY, create=True)
    migrate.upgrade(store)
    people = people_rows(chance, cases)
    with store.write(bulk=True) as conn:
        for table, rows in people.items():
            insert_many(conn, table, rows)
    organisations = [(row["id"], row["branch_id"]) for row in people[ORGANISATION]]
    vocabulary = words(chance)
    for start in range(0, cases, _CHUNK):
        numbers = range(start, min(start + _CHUNK, cases))
        drawn = [case_rows(chance, number, cases, organisations, vocabulary) for number in numbers]
        with store.write(bulk=True) as conn:
            insert_many(conn, CASE, [case for case, _, _ in drawn])
            insert_many(conn, CLOCK, [clock for _, clocks, _ in drawn for clock in clocks])
            insert_many(conn, ENTRY, [entry for _, _, entries in drawn for entry in entries])
    store.close()


def people_rows(
    chance: random.Random, cases: int, branch_count: int = _BRANCHES, cases_of_a_client: int = 100
) -> dict[Table, list[dict[str, Any]]]:
    """Rows of branches, agents, clients and their contacts, for so many cases."""
    stamp = {"updated_at": NOW}
    branches = [
        {"id": UUID(int=0xB000 + n), "name": f"Branch {n}", "kind": "subsidiary", "time_zone": "UTC", **stamp}
        for n in range(branch_count)
    ]
    agents = [
        {
            "id": UUID(int=0xA000 + n),
            "name": f"Agent {n}",
            "roles": [],
            "branch_id": branches[n % branch_count]["id"],
            **stamp,
        }
        for n in range(_AGENTS)
    ]
    organisations = [
        {
            "id": UUID(int=0xC0000000 + n),
            "name": f"{chance.choice(_SYLLABLES)}{chance.choice(_SYLLABLES)} {n} Ltd".title(),
            "client_code": f"CLIENT{n}",
            "policy_code": "sparkrock",
            "branch_id": chance.choice(branches)["id"],
            **stamp,
        }
        for n in range(max(20, cases // cases_of_a_client))
    ]
    contacts = [
        {
            "id": UUID(int=0xD0000000 + n),
            "name": f"Contact {n}",
            "organisation_id": organisation["id"],
            **stamp,
        }
        for n, organisation in enumerate(organisations)
    ]
    return {BRANCH: branches, AGENT: agents, ORGANISATION: organisations, CONTACT: contacts}


def words(chance: random.Random) -> list[str]:
    """The words of a language, from the most frequent on."""
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]


def _text(chance: random.Random, vocabulary: list[str], words: int) -> str:
    """Words as often as in a language: the n-th about 1/n as often as the first."""
    size = len(vocabulary)
    return " ".join(vocabulary[int(size ** chance.random()) - 1] for _ in range(words))


def case_rows(
    chance: random.Random,
    number: int,
    cases: int,
    organisations: list[tuple[UUID, UUID]],
    vocabulary: list[str],
    entry_count: int | None = None,
    open_share: float = _OPEN_SHARE,
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of one case, its clocks and its entries: mostly one to four of these, unless told how many."""
    case_id = UUID(int=chance.getrandbits(64) | number << 80 | 0x7 << 76)
    logged = NOW - timedelta(minutes=(cases - number) * 2 + chance.randint(0, 600))
    is_open = chance.random() < open_share
    active = min(logged + timedelta(hours=chance.randint(0, 400)), NOW)
    which = chance.randrange(len(organisations))
    organisation, branch = organisations[which]
    case = {
        "id": case_id,
        "number": f"C-2026-{number:06d}",
        "title": _text(chance, vocabulary, 7).capitalize(),
        "organisation_id": organisation,
        "contact_id": UUID(int=0xD0000000 + which),
        "branch_id": branch,
        "owner_id": None if chance.random() < 0.1 else UUID(int=0xA000 + chance.randrange(_AGENTS)),
        "channel": "email",
        "policy_code": "sparkrock",
        "policy_version": 1,
        "severity_claimed": f"S{(rank := chance.choice((1, 2, 2, 3, 3, 3, 4, 4)))}",
        "severity_rank": rank,
        "logged_at": logged,
        "stage_entered_at": logged,
        "last_activity_at": active,
        "last_client_at": active,
        "needs_answer": chance.random() < 0.4,
        "machine": {"visited": ["new", "in_progress"], "last_at": to_micros(active)},
        "updated_at": active,
        **_standing(chance, is_open=is_open, logged=logged, active=active),
    }
    clocks = [
        _clock(case, ordinal, kind) for ordinal, kind in enumerate(("first_response", "next_update"), start=1)
    ]
    return case, clocks, list(_entries(chance, case, vocabulary, entry_count))


def _standing(chance: random.Random, *, is_open: bool, logged: datetime, active: datetime) -> dict[str, Any]:
    none = {"due_state": "none", "due_sort": NO_DEADLINE_SORT + (1 << 60) - to_micros(logged)}
    if not is_open:
        return {"open": False, "stage": "closed", "stage_kind": "closed", "closed_at": active, **none}
    drawn = chance.random()
    if drawn < 0.2:
        paused = {"due_state": "paused", "due_sort": PAUSED_SORT + to_micros(logged)}
        return {"open": True, "stage": "waiting_for_customer", "stage_kind": "waiting", **paused}
    standing = {"open": True, "stage": "in_progress", "stage_kind": "open"}
    if drawn < 0.3:
        return {**standing, **none}
    due = NOW + timedelta(minutes=chance.randint(-1_000, 12_000))
    deadline = {"due_state": "running", "due_sort": to_micros(due), "due_kind": "next_update", "due_at": due}
    return {**standing, **deadline, "due_from": logged, "soon_at": due - timedelta(hours=1)}


def _clock(case: dict[str, Any], ordinal: int, kind: str) -> dict[str, Any]:
    met = case["logged_at"] + timedelta(hours=1)
    return {
        "id": UUID(int=case["id"].int ^ ordinal),
        "case_id": case["id"],
        "ordinal": ordinal,
        "kind": kind,
        "started_at": case["logged_at"],
        "due_at": met + timedelta(hours=1),
        "verdict": "met",
        "met_at": met,
        "ended_at": met,
        "severity": case["severity_claimed"],
        "policy_code": "sparkrock",
        "policy_version": 1,
        "updated_at": met,
    }


def _entries(
    chance: random.Random, case: dict[str, Any], vocabulary: list[str], count: int | None
) -> Iterator[dict[str, Any]]:
    if count is None:
        count = 60 if chance.random() < 0.005 else chance.randint(1, 4)
    for ordinal in range(count):
        marked = [word for word, share in _SHARES.items() if ordinal == 0 and chance.random() < share]
        at = case["logged_at"] + timedelta(minutes=ordinal * 7)
        yield {
            "id": UUID(int=case["id"].int ^ (ordinal + 1) << 32),
            "case_id": case["id"],
            "at": at,
            "kind": "client" if ordinal % 2 == 0 else "reply",
            "public": True,
            "body": " ".join((_text(chance, vocabulary, chance.randint(10, 40)), *marked)),
            "updated_at": at,
        }
