"""What the hub lets in of the rows that a desk brings: by what they say of branch, client and case, and by their sense.

A row is let in where its sender could have made it by acts on a desk of this hub, and where it can be worked on.
What only administrators add – branches, policies – is let in from their desks only. Rows of a case come with the case:
a case that somebody else brought, or that was made here, is changed by acts and never by rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.file_names import safe_name
from supportdesk.services.bringing import cases
from supportdesk.services.bringing.form import Brought, LeftOut, Row
from supportdesk.services.bringing.references import stands_on
from supportdesk.services.in_hand.files import is_file
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.registers.circles import Circles, circles_of
from supportdesk.store import brought_rows, scope_rows
from supportdesk.store.synced_tables import by_name, home_of
from supportdesk.store.tables.columns import to_micros

ADD = "rows.add"

_BY_ADMINISTRATORS = frozenset({"branch", "policy_version"})
_NEVER = frozenset({"conflict"})
_OF_A_BRANCH = {
    "case": ("branch_id", "came_from_id"),
    "organisation": ("branch_id",),
    "team": ("branch_id",),
    "branch_release": ("branch_id",),
}
_UNSEEN = "It is about something that is not there, or that you may not see."
_SENSELESS = "It makes no sense here and could not be worked on."


class _No(Exception):
    """Why a row is not let in."""


@dataclass(slots=True)
class Admitted:
    """Rows that are new and may come, by table; those that are left out; how many were here already."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    here: int = 0


def admit(conn: Connection, policies: PolicyBook, actor: UUID, brought: Brought, now: datetime) -> Admitted:
    """Judge the rows that an agent brings `now`, table by table in the order in which they stand on one another."""
    return _Judge(conn, policies, actor, brought, now).judge()


class _Judge:
    def __init__(
        self, conn: Connection, policies: PolicyBook, actor: UUID, brought: Brought, now: datetime
    ) -> None:
        self._conn, self._policies, self._actor, self._brought = conn, policies, actor, brought
        self._now = to_micros(now)
        self._circles: Circles = circles_of(conn, actor)
        self._admitted = Admitted(left_out=list(brought.left_out))
        self._new: dict[str, set[UUID]] = defaultdict(set)
        self._clocks: dict[UUID, list[Row]] = defaultdict(list)
        for clock in brought.rows.get("clock", ()):
            self._clocks[clock["case_id"]].append(clock)
        self._others = self._acts_of_others()
        self._usable: dict[str, set[UUID]] = defaultdict(set)
        """Rows that are here and that the sender's rows may stand on, by table."""

        self._checks: Mapping[str, Callable[[Row], Row]] = {
            "agent": self._agent,
            "attachment": self._attachment,
            "attention": self._attention,
            "case": self._case,
            "clock": self._clock,
            "data_file": self._data_file,
            "entry": self._entry,
            "ledger_line": self._ledger_line,
            "link": self._link,
            "organisation": self._named_policy,
            "policy_version": self._policy_version,
            "saved_view": self._saved_view,
        }

    def judge(self) -> Admitted:
        self._look_up()
        for entity, rows in self._brought.rows.items():
            # A row may stand on another of its own table: each is tried again while others get in.
            waiting = self._not_here(entity, rows)
            while waiting:
                refused = [(row, why) for row in waiting if (why := self._why_not(entity, row)) is not None]
                if len(refused) == len(waiting) or not self._stands_on_itself(entity):
                    self._admitted.left_out += [LeftOut(entity, row["id"], why) for row, why in refused]
                    break
                waiting = [row for row, _ in refused]
        return self._admitted

    def _why_not(self, entity: str, row: Row) -> str | None:
        """Let a row in, or say why not."""
        try:
            taken = self._admit_one(entity, row)
        except _No as no:
            return str(no)
        except cases.BROKEN:
            return _SENSELESS
        self._new[entity].add(row["id"])
        self._admitted.rows.setdefault(entity, []).append(taken)
        return None

    @staticmethod
    def _stands_on_itself(entity: str) -> bool:
        return any(kind == entity for _, kind in stands_on(entity))

    # ------------------------------------------------------------ what is here

    def _not_here(self, entity: str, rows: Iterable[Row]) -> list[Row]:
        """Those that are not here yet, each once; one that is here and no business of the sender's is left out."""
        by_id = {row["id"]: row for row in rows}
        found = brought_rows.made_by(self._conn, entity, list(by_id), ADD)
        mine = {row_id for row_id, actor in found.items() if actor == self._actor}
        strange = set(found) - mine - self._seen(entity, set(found) - mine)
        self._admitted.left_out += [LeftOut(entity, row_id, _UNSEEN) for row_id in strange]
        self._admitted.here += len(found) - len(strange)
        return [row for row_id, row in by_id.items() if row_id not in found]

    def _look_up(self) -> None:
        """Find out which rows that are named and not brought are here for the sender to stand on."""
        named: dict[str, set[UUID]] = defaultdict(set)
        for entity, rows in self._brought.rows.items():
            for name, kind in stands_on(entity):
                named[kind].update(row[name] for row in rows if row[name] is not None)
        for kind, ids in named.items():
            found = brought_rows.made_by(self._conn, kind, list(ids), ADD)
            mine = {row_id for row_id, actor in found.items() if actor == self._actor}
            self._usable[kind] = mine if kind == "case" else mine | self._seen(kind, set(found) - mine)

    def _seen(self, entity: str, ids: set[UUID]) -> set[UUID]:
        """Which of some rows that are here the sender sees."""
        home = home_of(by_name()[entity])
        if not ids or self._circles.administers or not (home.by or home.also or home.entity):
            return ids
        roots = scope_rows.read_roots(self._conn, by_name()[entity], list(ids))
        placed = scope_rows.scopes_of(self._conn, {root for of_row in roots.values() for root in of_row})
        held = set(scope_rows.ids_of(self._conn, self._circles.keys).values())
        return {row_id for row_id, of_row in roots.items() if any(placed[root] & held for root in of_row)}

    def _acts_of_others(self) -> set[UUID]:
        acts = {row["op_id"] for row in self._brought.rows.get("entry", ()) if row["op_id"] is not None}
        return brought_rows.operations_of_others(self._conn, acts, self._actor)

    # ------------------------------------------------------------ one row

    def _admit_one(self, entity: str, row: Row) -> Row:
        if entity in _NEVER or (entity in _BY_ADMINISTRATORS and not self._circles.administers):
            raise _No("Only administrators add this.")
        for name, kind in stands_on(entity):
            named = row[name]
            if named is not None and named not in self._new[kind] and named not in self._usable[kind]:
                raise _No(_UNSEEN)
        self._check_branches(entity, row)
        check = self._checks.get(entity)
        return row if check is None else check(row)

    def _check_branches(self, entity: str, row: Row) -> None:
        for name in _OF_A_BRANCH.get(entity, ()):
            branch = row[name]
            held = ("branch", branch) in self._circles.keys or self._circles.administers
            if branch is not None and not held:
                raise _No("It belongs to a branch that you don't work for.")

    def _agent(self, row: Row) -> Row:
        # Somebody whom a history names; who may sign in and do what is for administrators to say.
        return {**row, "active": 0, "roles": "[]", "team_ids": None}

    def _saved_view(self, row: Row) -> Row:
        if row["agent_id"] not in {None, self._actor}:
            raise _No("It is somebody else's.")
        return row

    def _attention(self, row: Row) -> Row:
        if row["case_id"] is None and row["organisation_id"] is None and row["for_id"] != self._actor:
            raise _No("It waits for somebody else.")
        return row

    def _data_file(self, row: Row) -> Row:
        if not (row["size"] and is_file(row["sha256"], row["size"])):
            raise _No(_SENSELESS)
        # Made by a clock that runs ahead it would pass for a current copy for ever (SAP-4).
        copied_at = min(row["copied_at"], self._now)
        return {**row, "name": safe_name(row["name"]), "copied_at": copied_at, "state": "local"}

    def _attachment(self, row: Row) -> Row:
        if not is_file(row["sha256"], row["size"]):
            raise _No(_SENSELESS)
        of_report = row["revision"] is not None or row["language"] is not None
        if of_report and not self._brings_visit(row["visit_id"]):
            # It would stand for the PDF of somebody else's report.
            raise _No(_SENSELESS)
        # The bytes come by themselves. A caption is signed with its report and stays; any other name is a file's.
        name = row["name"] if row["visit_id"] is not None else safe_name(row["name"])
        return {**row, "name": name, "state": "local"}

    def _brings_visit(self, visit: UUID | None) -> bool:
        """Whether the sender brings a visit, or brought it before."""
        if visit is None:
            return False
        made_by = brought_rows.made_by(self._conn, "visit", [visit], ADD)
        return visit in self._new["visit"] or made_by.get(visit) == self._actor

    def _case(self, row: Row) -> Row:
        policy = cases.policy_of(self._policies, row)
        if policy is None:
            code, version = row["policy_code"], row["policy_version"]
            raise _No(f"Version {version} of the policy “{code}” is not on the hub.")
        return cases.completed(row, self._clocks[row["id"]], policy)

    def _clock(self, row: Row) -> Row:
        cases.check_clock(row, self._policies)
        return row

    def _entry(self, row: Row) -> Row:
        if row["op_id"] in self._others:
            raise _No("It is told as part of an act of somebody else's.")
        cases.event_of(row)
        return row

    def _ledger_line(self, row: Row) -> Row:
        cases.check_ledger(row)
        return row

    def _link(self, row: Row) -> Row:
        cases.check_link(row)
        return row

    def _policy_version(self, row: Row) -> Row:
        text = row["text"]
        policy = cases.loaded(text)
        if (policy.code, policy.version) != (row["code"], row["version"]):
            raise _No("Its text is that of another version.")
        return {**row, "sha256": cases.digest(text), "effective_from": policy.effective_from.isoformat()}

    def _named_policy(self, row: Row) -> Row:
        if row["policy_code"] is not None and row["policy_code"] not in self._policies.codes():
            raise _No(f"There is no policy “{row['policy_code']}” on the hub.")
        return row
