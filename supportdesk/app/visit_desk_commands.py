"""The `visit` command on a desk: its visits listed, one shown, the PDF of one written; nothing is changed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from supportdesk.app import case_json, case_printing
from supportdesk.app.command_desk import desk_to_read, passphrase_of, zone_of
from supportdesk.config.paths import Profile
from supportdesk.documents.visit_document import Language, Paper
from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.zone import ONE_DAY, local_midnight
from supportdesk.rules.cases.visit_content import Difference, short_fingerprint
from supportdesk.services.queries import visit_ledger, visit_lists, visit_views
from supportdesk.services.queries.called import client_called, visit_called
from supportdesk.services.views.visits import VisitView

if TYPE_CHECKING:
    from supportdesk.app.bootstrap import OpenedProfile

# Qt is loaded only where something is painted.
# ruff: noqa: PLC0415

_AROUND = timedelta(days=30)
_FIRST, _LAST = date(1970, 1, 1), date(9000, 1, 1)


def add_visit_questions(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """The words `list`, `show` and `pdf` with their options."""
    listing = add("list", "the visits of some weeks, or of a client")
    listing.add_argument("--client", metavar="CLIENT", help="its code, name or id: all its visits")
    listing.add_argument("--from", dest="since", type=_day, metavar="DAY", help="default: 30 days ago")
    listing.add_argument("--to", dest="until", type=_day, metavar="DAY", help="default: in 30 days")
    listing.add_argument("--state", choices=("planned", "on_site", "revising", "finished", "cancelled"))
    shown = add("show", "a visit with its report")
    shown.add_argument("visit", metavar="VISIT", help="its number or id")
    paper = add("pdf", "write the PDF of a visit's report, as it was attached when it was finished")
    paper.add_argument("visit", metavar="VISIT", help="its number or id")
    paper.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="default: the report's own name, here"
    )
    paper.add_argument("--language", choices=tuple(Language), help="default: the client's")
    paper.add_argument("--paper", choices=tuple(Paper), help="default: as the client's country prints")


def run_visit(profile: Profile, options: argparse.Namespace) -> int:
    """Answer what `options.act` asks; 0 done. KnownError for what is refused, printed with `--json` as well."""
    try:
        with desk_to_read(profile, passphrase_of(profile)) as opened:
            answer, zone = _QUESTIONS[options.act](opened, options), zone_of(opened.desk)
    except KnownError as refusal:
        if options.json:
            case_printing.print_json(case_json.refusal(refusal))
        raise
    if options.json:
        case_printing.print_json(case_json.as_plain(answer))
    else:
        case_printing.print_lines(_LINES[options.act](answer, zone))
    return 0


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    # Beyond these a day has no instant in some zone.
    if not _FIRST <= day <= _LAST:
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no day such as 2026-11-24")
    return day


# ------------------------------------------------------------------ questions


def _list(opened: OpenedProfile, options: argparse.Namespace) -> dict[str, Any]:
    desk, zone = opened.desk, zone_of(opened.desk)
    if options.client:
        client = client_called(desk, options.client)
        found: list[dict[str, Any]] = [
            {
                "number": each.number, "id": each.id, "state": each.state, "revision": each.revision,
                "site": each.site, "engineer": each.engineer, "planned_at": each.planned_at,
                "arrived_at": each.arrived_at, "left_at": each.left_at, "signed_by": each.agreed_name or None,
                "pdf": each.pdf_id is not None,
            }
            for each in visit_ledger.visits_of_client(desk, client)
        ]  # fmt: skip
    else:
        start = _midnight(options.since, zone) or desk.now() - _AROUND
        end = _midnight(options.until, zone, ONE_DAY) or desk.now() + _AROUND
        found = [
            {
                "number": each.number, "id": each.id, "state": each.state, "client": each.organisation,
                "site": each.site, "engineer": each.engineer, "planned_at": each.planned_at,
                "arrived_at": each.arrived_at, "left_at": each.left_at, "cases": each.case_numbers,
            }
            for each in visit_lists.visits_between(desk, start, end, cancelled=options.state == "cancelled")
        ]  # fmt: skip
    return {"visits": [each for each in found if options.state in {None, each["state"]}]}


def _midnight(day: date | None, zone: ZoneInfo, later: timedelta = timedelta(0)) -> datetime | None:
    """The first instant of a day, or of one later, in the zone."""
    return local_midnight(day + later, zone) if day is not None else None


def _show(opened: OpenedProfile, options: argparse.Namespace) -> dict[str, Any]:
    view = visit_views.visit(opened.desk, visit_called(opened.desk, options.visit))
    return {"visit": _standing(view) | {"report": _report(view)}}


def _standing(view: VisitView) -> dict[str, Any]:
    signed = view.signed if view.report.agreement is not None else None
    return {
        "number": view.number, "id": view.id, "state": view.state, "revision": view.revision,
        "client": view.organisation, "site": view.site, "engineer": view.engineer, "language": view.language,
        "planned_at": view.planned_at, "arrived_at": view.report.arrived, "left_at": view.report.left,
        "cases": [each.number for each in view.cases],
        "follow_ups": [each.case.number for each in view.follow_ups],
        "missing": view.missing if view.state != "finished" else (),
        "fingerprint": view.fingerprint,
        "signed_by": signed.name if signed else None, "signed_at": signed.at if signed else None,
        "goes_to": view.report_to,
        "pdfs": [{"revision": each.revision, "language": each.language, "name": each.name} for each in view.pdfs],
        "changes": [_change(each) for each in view.changes],
    }  # fmt: skip


def _change(change: Difference) -> dict[str, Any]:
    return {"part": change.part, "line": change.line, "before": change.before, "after": change.after}


def _report(view: VisitView) -> dict[str, Any]:
    report = view.report
    return {
        "received_by": report.received_by,
        "performance": [
            {"name": each.name, "health": each.health, "remark": each.remark} for each in report.performance
        ],
        "problems": report.problems,
        "work_done": report.work_done,
        "spare_parts": [{"name": each.name, "quantity": each.quantity} for each in report.spare_parts],
        "recommendations": report.recommendations,
        "client_suggestions": report.client_suggestions,
        "passed_on": report.passed_on,
        "files": [{"name": each.name, "sha256": each.sha256} for each in report.attachments],
        "as_asked": report.acceptance.as_asked,
        "may_close": report.acceptance.may_close,
        "remark": report.acceptance.remark,
    }


def _pdf(opened: OpenedProfile, options: argparse.Namespace) -> dict[str, Any]:
    visit_id = visit_called(opened.desk, options.visit)
    from supportdesk.app.drawing import able_to_draw
    from supportdesk.app.speech import press_of
    from supportdesk.services.queries.visit_papers import file_name

    application = able_to_draw()
    press = press_of(opened.profile)
    language = Language(options.language) if options.language else None
    paper = Paper(options.paper) if options.paper else None
    document = press.document(opened.desk, visit_id, language, paper)
    place = press.save(opened.desk, visit_id, document, options.output or Path(file_name(document)))
    del application
    return {
        "file": str(place),
        "number": document.number,
        "revision": document.revision,
        "language": document.language,
        "paper": document.paper,
        "signed": document.signature is not None,
        "finished": document.sent_at is not None,
    }


_QUESTIONS: dict[str, Callable[[OpenedProfile, argparse.Namespace], dict[str, Any]]] = {
    "list": _list,
    "show": _show,
    "pdf": _pdf,
}


# ------------------------------------------------------------------ in words


def _listed(answer: dict[str, Any], zone: ZoneInfo) -> Iterator[str]:
    for each in answer["visits"]:
        at = each["arrived_at"] or each["planned_at"]
        where = ", ".join(filter(None, (each.get("client"), each["site"])))
        yield f"{each['number']:<10} {_time(at, zone):<16} {each['state']:<9} {each['engineer']:<20} {where}"


def _shown(answer: dict[str, Any], zone: ZoneInfo) -> Iterator[str]:
    visit = answer["visit"]
    report = visit["report"]
    yield f"{visit['number']}  {', '.join(filter(None, (visit['client'], visit['site'])))}"
    yield f"{visit['state']}, revision {visit['revision']}, {visit['engineer']}"
    yield f"from {_time(visit['arrived_at'], zone)} to {_time(visit['left_at'], zone)}"
    yield f"cases: {', '.join(visit['cases']) or '–'}"
    for each in report["performance"]:
        yield f"{each['health']:<6} {each['name']}{': ' if each['remark'] else ''}{each['remark']}"
    for part in ("problems", "work_done", "recommendations", "client_suggestions", "remark"):
        if report[part].strip():
            yield f"{part.replace('_', ' ')}:"
            yield from (f"  {line}" for line in report[part].strip().splitlines())
    yield from (f"file: {each['name']}" for each in report["files"])
    if visit["signed_by"]:
        yield f"signed by {visit['signed_by']}, {_time(visit['signed_at'], zone)}"
    yield f"fingerprint {short_fingerprint(visit['fingerprint'])}"
    if visit["goes_to"]:
        yield f"goes to: {', '.join(visit['goes_to'])}"
    yield from (f"PDF: revision {each['revision']}, {each['language']}" for each in visit["pdfs"])
    for each in visit["changes"]:
        yield f"changed: {each['part'].replace('_', ' ')}: {each['before'] or '–'} → {each['after'] or '–'}"


def _written(answer: dict[str, Any], _zone: ZoneInfo) -> Iterator[str]:
    yield answer["file"]
    if not answer["signed"]:
        yield "Nobody has signed it."


def _time(at: datetime | None, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}" if at is not None else "–"


_LINES: dict[str, Callable[[dict[str, Any], ZoneInfo], Iterator[str]]] = {
    "list": _listed,
    "show": _shown,
    "pdf": _written,
}
