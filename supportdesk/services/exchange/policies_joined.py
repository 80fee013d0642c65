"""Whether the cases of a lone desk can go on under the hub's policies: the same versions with the same texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection, select, union

from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.file import PolicyRefused, load_policy
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.exchange.matching import Catalogue, Row
from supportdesk.services.operations.desk import Desk
from supportdesk.store import policy_rows
from supportdesk.store.tables.cases import CASE, CLOCK
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import ENGAGEMENT, PRODUCT


def check_policies(conn: Connection, desk: Desk, catalogue: Catalogue) -> list[Policy]:
    """The versions that this desk's work stands under and the hub has not.

    KnownError where the hub has another text under the number of one that cases here stand under: what judged them
    would be told otherwise.
    """
    on_hub = {(row["code"], row["version"]): row for row in catalogue.of("policy_version")}
    missing = []
    for policy in _needed(conn, desk):
        there = on_hub.get((policy.code, policy.version))
        if there is None:
            missing.append(policy)
        elif not _same(policy, there):
            raise KnownError(
                f"Version {policy.version} of the policy “{policy.code}” is another text on the hub than here.",
                "Cases of this desk stand under it, and their deadlines could no longer be explained. "
                "Nothing was changed.",
                "Ask an administrator of the hub to install this desk's text under a new number, install that here "
                "too, and join then.",
            )
    return missing


def refuse_missing(missing: Iterable[Policy]) -> None:
    """KnownError for policies that only an administrator can bring to the hub."""
    named = ", ".join(f"“{policy.code}” version {policy.version}" for policy in missing)
    if named:
        raise KnownError(
            f"The hub does not know a policy that cases of this desk stand under: {named}.",
            "Nothing was changed.",
            "Ask an administrator of the hub to install it, and join then.",
        )


def install_for_the_hub(conn: Connection, desk: Desk, missing: Iterable[Policy]) -> None:
    """Keep versions that came with the program as installed ones, so that they go to the hub with everything else."""
    here = {(each.code, each.version) for each in policy_rows.listed(conn)}
    for policy in missing:
        if (policy.code, policy.version) in here:
            continue
        policy_rows.insert_version(
            conn,
            version_id=desk.new_id(),
            code=policy.code,
            version=policy.version,
            effective_from=policy.effective_from,
            text=policy.text,
            at=desk.now(),
            operation_id=desk.new_id(),
        )


def _needed(conn: Connection, desk: Desk) -> Iterator[Policy]:
    """Every version that something here was judged by, and the one in effect of every policy that something names."""
    used = union(
        *(
            select(table.c.policy_code, table.c.policy_version).distinct()
            for table in (CASE, CLOCK, ENGAGEMENT)
        )
    )
    needed = {(code, version) for code, version in conn.execute(used)}
    named = union(*(select(table.c.policy_code).distinct() for table in (ORGANISATION, PRODUCT)))
    for code in conn.scalars(named):
        if code in desk.policies.codes():
            needed.add((code, desk.policies.in_effect(code, desk.now()).version))
    for code, version in sorted(needed):
        try:
            yield desk.policies.version(code, version)
        except KnownError:
            continue  # nothing here is decided by it either


def _same(policy: Policy, there: Row) -> bool:
    if there["sha256"] == sha256(policy.text.encode()).hexdigest():
        return True
    try:
        theirs = load_policy(there["text"], policy.code)
    except PolicyRefused:
        return False
    return replace(theirs, text="") == replace(policy, text="")
