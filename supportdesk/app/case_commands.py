"""The `case` command: the acts of the desk for scripts, each through the service that the windows use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from supportdesk.app import case_json, case_printing
from supportdesk.app.case_intake import log, recorded_of
from supportdesk.app.case_lists import listed, searched
from supportdesk.app.case_texts import Unreadable, check_words, text_of
from supportdesk.app.command_desk import desk_to_read, opened_desk, passphrase_of, zone_of
from supportdesk.app.single_instance import alone_or_beside, tell_desk
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import handling, replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import details
from supportdesk.services.queries.called import agent_called, case_called, choice_called, contact_called

UNREADABLE = 2
_WHOLE_TIMELINE = 1_000_000_000


def run_case(profile: Profile, options: argparse.Namespace) -> int:
    """Do what `options.act` names and print what came of it; 0 done, 2 for what can't be read.

    KnownError for what is refused; with `--json` it has been printed too.
    """
    try:
        check_words(options)
        options.said = text_of(options) if "text" in options else None
        answer, zone = _answer(profile, options)
    except KnownError as refusal:
        if options.json:
            case_printing.print_json(case_json.refusal(refusal))
        if not isinstance(refusal, Unreadable):
            raise
        print(refusal, file=sys.stderr)
        return UNREADABLE
    if options.json:
        case_printing.print_json(answer)
    else:
        case_printing.print_text(options.act, answer, zone)
    return 0


def _answer(profile: Profile, options: argparse.Namespace) -> tuple[dict[str, Any], ZoneInfo]:
    """What came of it, and the zone in which people here read times."""
    passphrase = passphrase_of(profile)
    if options.act in _QUESTIONS:
        with desk_to_read(profile, passphrase) as opened:
            return _QUESTIONS[options.act](opened.desk, options), zone_of(opened.desk)
    with alone_or_beside(profile) as beside, opened_desk(profile, passphrase, upgrade=not beside) as opened:
        case_id, done = _ACTS[options.act](opened.desk, FileShelf(profile.blobs), options)
        # Told before anything is printed: whoever reads the answer may look at the desk next.
        heard = not beside or tell_desk(profile)
        answer, zone = case_json.acted(opened.desk, case_id, done), zone_of(opened.desk)
    if not heard:
        print("The open desk did not hear of it; it shows it when the case is next opened.", file=sys.stderr)
    return answer, zone


# ------------------------------------------------------------------ acts


def _new(desk: Desk, shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    done = log(desk, shelf, options)
    if done.created is None:
        raise RuntimeError("logging a case gives an id")
    return done.created, done


def _reply(desk: Desk, shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    done = replies.reply(
        desk,
        case_id,
        options.said,
        then_stage=options.stage,
        recorded=recorded_of(options),
        files=[shelf.keep(desk, path) for path in options.attach],
        seen_until=options.seen_until,
    )
    return case_id, done


def _note(desk: Desk, shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    files = [shelf.keep(desk, path) for path in options.attach]
    return case_id, replies.note(desk, case_id, options.said, files=files)


def _move(desk: Desk, _shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    recorded = recorded_of(options)
    done = handling.move_stage(desk, case_id, options.stage, vendor=recorded.vendor, quote=recorded.quote)
    return case_id, done


def _assign(desk: Desk, _shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    agent_id = None if options.nobody else agent_called(desk, options.agent)
    return case_id, handling.assign(desk, case_id, agent_id)


def _severity(desk: Desk, _shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    if options.claimed:
        return case_id, handling.claim_severity(desk, case_id, options.severity)
    return case_id, handling.verify_severity(desk, case_id, options.severity, reason=options.why)


def _close(desk: Desk, _shelf: FileShelf, options: argparse.Namespace) -> tuple[UUID, Done]:
    case_id = case_called(desk, options.case)
    case = details.case(desk, case_id)
    resolution = contact_id = None
    if options.resolution is not None:
        resolution = choice_called("kind of resolution", options.resolution, case.resolutions)
    if options.contact is not None:
        contact_id = contact_called(desk, options.contact, case.organisation_id).id
    done = handling.close(
        desk, case_id, resolution=resolution, by_client=options.by_client, contact_id=contact_id
    )
    return case_id, done


_ACTS: dict[str, Callable[[Desk, FileShelf, argparse.Namespace], tuple[UUID, Done]]] = {
    "new": _new,
    "reply": _reply,
    "note": _note,
    "move": _move,
    "assign": _assign,
    "severity": _severity,
    "close": _close,
}


# ------------------------------------------------------------------ questions


def _show(desk: Desk, options: argparse.Namespace) -> dict[str, Any]:
    case_id = case_called(desk, options.case)
    limit = _WHOLE_TIMELINE if options.all else options.last
    return case_json.shown(details.case(desk, case_id), details.timeline(desk, case_id, limit))


_QUESTIONS: dict[str, Callable[[Desk, argparse.Namespace], dict[str, Any]]] = {
    "show": _show,
    "list": listed,
    "search": searched,
}
