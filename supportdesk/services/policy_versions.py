"""Installing a new version of a policy, and bringing open cases under the version in effect (TIME-6)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation
from supportdesk.rules.policy import Policy
from supportdesk.rules.policy_file import load_policy
from supportdesk.services.applying import do, handles, operation_of, perform
from supportdesk.services.desk import Desk, Done
from supportdesk.services.work import Effect, Work, derived_id
from supportdesk.store import due_rows, policy_rows

_LOG = logging.getLogger(__name__)
_AT_ONCE = 500


def install(desk: Desk, text: str, source: str = "policy") -> Done:
    """Install a policy file as a new version; open cases come under it once it is in effect.

    Their running clocks are counted anew; a clock already met or missed, and every closed case, keeps its verdict.
    Raises PolicyRefused for a file with problems, KnownError for a version that this desk has.
    """
    policy = load_policy(text, source)
    done = do(desk, "policy.install", desk.new_id(), {"text": text, "source": source})
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
    changes = done.outcome.changes
    # Case by case, each with its own line: stopped half-way, the scheduler goes on with the rest.
    while adopted := adopt_in_effect(desk, _AT_ONCE, codes=(policy.code,)):
        for each in adopted:
            changes |= each.outcome.changes
    return replace(done, outcome=replace(done.outcome, changes=changes))


def adopt_in_effect(desk: Desk, limit: int, codes: Sequence[str] | None = None) -> tuple[Done, ...]:
    """Bring at most `limit` open cases under the version of their policy that is in effect now."""
    waiting = list(_waiting(desk, codes if codes is not None else desk.policies.codes()))
    with desk.store.read() as conn:
        known = due_rows.known_operations(conn, [operation_id for operation_id, _ in waiting])
    adopted = []
    for operation_id, case_id in [each for each in waiting if each[0] not in known][:limit]:
        try:
            operation = operation_of(desk, "case.adopt_rules", case_id, operation_id=operation_id)
            adopted.append(perform(desk, operation))
        except KnownError as error:
            # One case that nobody can decide on must not keep the others waiting.
            _LOG.warning("case %s stays under its rules: %s", case_id, error)
    return tuple(adopted)


def _waiting(desk: Desk, codes: Sequence[str]) -> Iterator[tuple[UUID, UUID]]:
    """The cases that stand under another version, each with the operation that takes it to the one in effect."""
    now = desk.now()
    with desk.store.read() as conn:
        for code in codes:
            policy = desk.policies.in_effect(code, now)
            for case_id in due_rows.cases_under_other_version(conn, code, policy.version):
                yield derived_id(case_id, 0, f"{code} version {policy.version}"), case_id


@handles("policy.install", kind=Kind.APPEND, entity=Entity.POLICY)
def _install(work: Work, operation: Operation) -> Effect:
    policy = load_policy(operation.args["text"], operation.args["source"])
    _check_new(work, policy)
    policy_rows.insert_version(
        work.conn,
        version_id=work.root,
        code=policy.code,
        version=policy.version,
        effective_from=policy.effective_from,
        text=operation.args["text"],
        at=work.now,
        operation_id=operation.id,
    )
    return Effect(ChangeSet(everything=True), created=work.root)


def _check_new(work: Work, policy: Policy) -> None:
    """A version never changes: what it judged must stay explained by it."""
    if policy.code not in work.policies.codes():
        return
    newest = work.policies.versions(policy.code)[-1]
    if policy.version <= newest.version:
        raise KnownError(
            f"The newest version of “{policy.code}” on this desk is {newest.version}; the file says {policy.version}.",
            "Versions never change, so that every verdict stays explained. Nothing was installed.",
            f"Give the file version {newest.version + 1}.",
        )
