"""Installing a new version of a policy, and bringing open cases under the version in effect (TIME-6)."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation
from supportdesk.rules.policies.file import load_policy
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.in_hand.adoption import ADOPT_RULES
from supportdesk.services.operations.applying import do, handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, derived_id
from supportdesk.store import desk_settings, due_rows, policy_rows

_LOG = logging.getLogger(__name__)
_AT_ONCE = 500
# The version that all open cases of a policy were brought under, so that they are looked through once for each.
_ADOPTED = "adopted version of"


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
    """Bring at most `limit` open cases under the version of their policy that is in effect now.

    On a desk of a hub none: the hub brings them there, once for all desks.
    """
    if desk.store.side == "desk":
        return ()
    adopted: list[Done] = []
    for code in codes if codes is not None else desk.policies.codes():
        # Most policies have had one version only, and no case need be looked at for that.
        if len(desk.policies.versions(code)) > 1:
            adopted.extend(_adopt(desk, code, limit - len(adopted)))
    return tuple(adopted)


def _adopt(desk: Desk, code: str, limit: int) -> Iterator[Done]:
    version = desk.policies.in_effect(code, desk.now()).version
    with desk.store.read() as conn:
        if desk_settings.get(conn, f"{_ADOPTED} {code}") == version:
            return
        cases = due_rows.cases_under_other_version(conn, code, version)
        steps = {derived_id(case_id, 0, f"{code} version {version}"): case_id for case_id in cases}
        known = due_rows.known_operations(conn, list(steps))
    waiting = [step for step in steps if step not in known]
    for operation_id in waiting[:limit]:
        try:
            operation = operation_of(desk, ADOPT_RULES, steps[operation_id], operation_id=operation_id)
            yield perform(desk, operation)
        except KnownError as error:
            # One case that nobody can decide on must not keep the others waiting.
            _LOG.warning("case %s stays under its rules: %s", steps[operation_id], error)
    if len(waiting) <= limit:
        with desk.store.write() as conn:
            desk_settings.put(conn, f"{_ADOPTED} {code}", version)


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
