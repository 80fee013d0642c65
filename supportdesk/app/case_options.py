"""The words and options of the `case` command, and what its help says of them; what they do lies next door."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds an act: its word, and what is said of it."""

JSON_HELP = """\
With --json one document is written to standard output; ids are text, instants ISO 8601 in UTC with a Z, what is not
there is null. Names of stages, severities and kinds are in the desk's language; ids and codes never change.

  new, reply, note, move, assign, severity, close
             {"case": CASE, "done": {"operation", "act", "created", "undoable"}}
  show       {"case": CASE, "timeline": {"earlier", "entries": [ENTRY, …]}}
  list, search
             {"view", "search", "sort", "count", "capped", "problem", "groups": [{"key", "count"}, …], "skipped",
              "cases": [ROW, …], "next"}
  refused    {"error": {"rule", "what", "meaning", "remedy"}}

  CASE       id, number, title, open, stage {id, name, kind}, severity {code, name, rank, verified}, severity_claimed,
             severity_reason, owner {id, name}, client {id, name, code}, contact {id, name, email, phone}, branch,
             site, product, product_version, area, reason, channel, language, template [{part, answer}],
             cover {kind, supported, rule, sentence, plan, left, size, valid_until, refused_acts}, clocks [CLOCK],
             earlier_clocks, links [{kind, id, label, title, detail}], watchers [{id, name}], seconds_spent,
             stages [{id, name, kind, refused, asks}], resolutions [{id, name}], resolution, logged_at, closed_at,
             closes_at, next_reminder_at, reactivate_until, needs_owner, unread_since, policy {name, version}, extra
  CLOCK      kind, state, verdict, started_at, soon_at, due_at, met_at, severity, target_seconds, counted_seconds,
             left_seconds, time_zone, policy {name, version}, explanation, reasons [{kind, params}],
             steps [{kind, start, end, counted_seconds, label}]
  ENTRY      id, kind, at, public, system, author {id, name}, from_client, channel, body, data,
             files [{id, name, size, media_type, state}], from_case
  ROW        id, number, short, title, client, stage, severity {code, rank, verified}, owner {id, name}, group,
             deadline {state, clock, started_at, soon_at, due_at}, last_activity_at, attachments, unread

Exit status: 0 done, 1 refused, 2 an option or a file that can't be read.
"""

_CASE = "its number (C-2026-000123, 123, 2025-123) or its id"


def add_case_acts(add: Add) -> None:
    """Add every act with its options."""
    _add_new(add)
    _add_said(add)
    _add_handled(add)
    _add_read(add)


def _add_new(add: Add) -> None:
    new = add("new", "log a request as a case")
    new.add_argument("--title", required=True, help="its summary")
    new.add_argument("--client", metavar="CLIENT", help="code, name or id; without it the contact's")
    new.add_argument("--contact", metavar="CONTACT", help="email, name or id")
    _add_text(new, required=False)
    new.add_argument("--product", metavar="NAME", help="name or id")
    new.add_argument("--product-version", metavar="VERSION", help="which version of it")
    new.add_argument("--area", help="what it is about, as the policy or the product names it (SAG-4)")
    new.add_argument("--reason", help="why the client asks, as the policy names it (SAG-4)")
    new.add_argument("--severity", help="what the client claims; else the answers propose it (SPK-2)")
    new.add_argument("--channel", default="desk", help="how it came: desk (default), email, phone, portal …")
    new.add_argument(
        "--language", metavar="CODE", help="the client's language (default: as the client has it)"
    )
    new.add_argument(
        "--part",
        action="append",
        type=_pair,
        default=[],
        metavar="ID=TEXT",
        help="a part of the written request (SAG-5); again for each",
    )
    new.add_argument(
        "--answer",
        action="append",
        type=_pair,
        default=[],
        metavar="ID=CHOICE",
        help="an answer to a question of the policy (SAG-7); again for each",
    )
    new.add_argument("--owner", metavar="AGENT", help="name, email or id; `me` is who sits at this desk")
    new.add_argument("--policy", metavar="CODE", help="only where there is no client")
    _add_files(new)


def _add_said(add: Add) -> None:
    reply = add("reply", "answer the client, and perhaps move the case with it")
    _add_case(reply)
    _add_text(reply)
    _add_files(reply)
    reply.add_argument("--stage", help="where the case stands then, by id or name")
    _add_recorded(reply)
    reply.add_argument(
        "--seen-until",
        type=_instant,
        metavar="INSTANT",
        help="hold the reply back if the client has written since (ISO 8601, as `show --json` gives instants)",
    )
    note = add("note", "write an internal note, which the client does not see")
    _add_case(note)
    _add_text(note)
    _add_files(note)


def _add_handled(add: Add) -> None:
    move = add("move", "move a case to a stage")
    _add_case(move)
    move.add_argument("stage", metavar="STAGE", help="its id, or its name in any language of the policy")
    _add_recorded(move)
    assign = add("assign", "give a case to an agent, or back to the queue")
    _add_case(assign)
    to = assign.add_mutually_exclusive_group(required=True)
    to.add_argument(
        "agent", metavar="AGENT", nargs="?", help="name, email or id; `me` is who sits at this desk"
    )
    to.add_argument("--nobody", action="store_true", help="back to the queue")
    severity = add("severity", "verify a case's severity, or record the one that the client claims")
    _add_case(severity)
    severity.add_argument("severity", metavar="SEVERITY", help="its code, or its name in any language")
    severity.add_argument("--why", default="", metavar="TEXT", help="why it differs from the claim (SPK-2)")
    severity.add_argument("--claimed", action="store_true", help="record what the client claims instead")
    close = add("close", "close a case")
    _add_case(close)
    close.add_argument("--resolution", metavar="KIND", help="id or name, where the policy has kinds")
    close.add_argument("--by-client", action="store_true", help="the client closes it (SPK-7)")
    close.add_argument("--contact", metavar="CONTACT", help="who of the client closes it (SPK-8)")


def _add_read(add: Add) -> None:
    show = add("show", "a case with its clocks and its timeline")
    _add_case(show)
    last = show.add_mutually_exclusive_group()
    last.add_argument("--last", type=_count, default=10, metavar="N", help="the newest entries (default: 10)")
    last.add_argument("--all", action="store_true", help="the whole timeline")
    listing = add("list", "the cases of a list")
    listing.add_argument(
        "view",
        metavar="VIEW",
        nargs="?",
        default="mine",
        help="inbox, mine (default), unassigned, breaching, waiting, all_open or everything; else a saved view, "
        "else a branch",
    )
    _add_window(listing)
    search = add("search", "find cases, open and closed, in the desk's search language")
    search.add_argument(
        "search", metavar="TEXT", nargs="+", help='as client:hartwell is:overdue "paid twice"'
    )
    _add_window(search)


def _add_case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help=_CASE)


def _add_text(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    source = parser.add_mutually_exclusive_group(required=required)
    source.add_argument("--text", help="what is said; `-` reads standard input")
    source.add_argument(
        "--file", metavar="FILE", help="what is said, from a UTF-8 file; `-` reads standard input"
    )


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--attach",
        action="append",
        type=Path,
        default=[],
        metavar="FILE",
        help="a file that goes with it; again for each",
    )


def _add_recorded(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--vendor", help="who is waited for, where the stage asks for it (SPK-6)")
    parser.add_argument(
        "--quote",
        type=_money,
        metavar="AMOUNT,CURRENCY",
        help="what was quoted, as 1200.50,EUR, where the stage asks for it (SPK-6)",
    )


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sort",
        choices=("deadline", "severity", "activity", "newest"),
        default="deadline",
        help="by deadline, in its groups (default), by severity, latest activity or latest logged first",
    )
    parser.add_argument("--limit", type=_count, default=50, metavar="N", help="at most so many (default: 50)")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--after", metavar="CASE", help="go on after this case: `next` of the page before")
    place.add_argument("--skip", type=_count, default=0, metavar="N", help="leave out the first so many")


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text[:60]}” is not of the form ID=VALUE")
    return name.strip(), value


def _count(text: str) -> int:
    # Larger numbers than these the database does not know.
    if not text.isascii() or not text.isdecimal() or len(text) > len("999999999"):
        raise argparse.ArgumentTypeError(f"“{text[:60]}” is not a number of things")
    return int(text)


def _money(text: str) -> tuple[Decimal, str]:
    amount, _, currency = text.rpartition(",")
    try:
        found = Decimal(amount.strip())
    except InvalidOperation:
        found = Decimal("NaN")
    code = currency.strip().upper()
    # A currency's code has three letters (ISO 4217).
    if not found.is_finite() or found < 0 or len(code) != 3 or not (code.isascii() and code.isalpha()):  # noqa: PLR2004
        raise argparse.ArgumentTypeError(f"“{text[:60]}” is not an amount with its currency, as 1200.50,EUR")
    return found, code


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if (
        found is None
        or found.utcoffset() is None
        or abs(found.utcoffset() or timedelta()) > timedelta(hours=24)
    ):
        raise argparse.ArgumentTypeError(
            f"“{text[:60]}” is not an instant with its offset, as 2026-11-18T15:00:00Z"
        )
    return found
