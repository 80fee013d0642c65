"""The `branch` command of a desk that works alone: its branches, and what stands at the head of their reports."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from supportdesk.app import case_json, case_printing, hub_line
from supportdesk.app.command_desk import desk_to_read, opened_desk, passphrase_of
from supportdesk.app.single_instance import alone_or_beside, tell_desk
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError
from supportdesk.services.queries.called import Named, thing_called
from supportdesk.services.registers import letterheads, staff
from supportdesk.store import branch_rows

_LETTERHEAD = ("address", "phone", "email", "colour")
_FIELDS = ("name", "time_zone", "country", "region")
_SHOWN = ("name", "kind", "time_zone", "address", "phone", "email")


def letterhead_of(options: argparse.Namespace) -> dict[str, Any]:
    """What is to stand at the head of a branch's reports. OSError for a logo that can't be read."""
    given = {name: getattr(options, name) for name in _LETTERHEAD}
    if options.logo is not None:
        with options.logo.open("rb") as source:
            given["logo"] = letterheads.logo_of(source.read(letterheads.LARGEST_LOGO + 1))
    return given


def run_branch(profile: Profile, options: argparse.Namespace) -> int:
    """Do what `options.act` names; 0 done. KnownError for what is refused, printed with `--json` as well."""
    try:
        rows = _edited(profile, options) if options.act == "edit" else _listed(profile)
    except KnownError as refusal:
        if options.json:
            case_printing.print_json(case_json.refusal(refusal))
        raise
    if options.json:
        case_printing.print_json(case_json.as_plain({"branches": [asdict(each) for each in rows]}))
    else:
        told = ([getattr(row, name) or "" for name in _SHOWN] for row in rows)
        case_printing.print_lines([" · ".join(filter(None, map(str, values))) for values in told])
    return 0


def _listed(profile: Profile) -> tuple[branch_rows.Branch, ...]:
    with desk_to_read(profile, passphrase_of(profile)) as opened, opened.store.read() as conn:
        return branch_rows.listed(conn)


def _edited(profile: Profile, options: argparse.Namespace) -> tuple[branch_rows.Branch, ...]:
    """The branch as it is then."""
    given = {name: value for name in _FIELDS if (value := getattr(options, name)) is not None}
    given |= {name: value for name, value in letterhead_of(options).items() if value is not None}
    if not given:
        raise KnownError("Nothing is to be changed.", "", "Name what is, as in --name or --address.")
    passphrase = passphrase_of(profile)
    with alone_or_beside(profile) as beside, opened_desk(profile, passphrase, upgrade=not beside) as opened:
        if hub_line.address_of(opened) is not None:
            raise KnownError(
                "The branches of this desk are its hub's.",
                "Nothing was changed.",
                "Ask the hub's administrator, who has `supportdesk hub branch edit`.",
            )
        with opened.store.read() as conn:
            there = branch_rows.listed(conn)
        chosen = thing_called("branch", options.branch, [Named(each.id, each.name) for each in there]).id
        staff.edit_branch(opened.desk, chosen, **given)
        if beside:
            tell_desk(profile)
        with opened.store.read() as conn:
            return tuple(each for each in branch_rows.listed(conn) if each.id == chosen)
