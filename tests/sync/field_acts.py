"""What people in the field do in a simulation: visits, reports, signatures, photos, remote sessions, data files."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import ColumnElement, select

from supportdesk.rules.cases.visit_report import CheckedPoint, Health
from supportdesk.services.cases import attachments, remote_sessions, visit_cases, visit_reports, visits
from supportdesk.services.cases.visit_parts import TEXT_PARTS
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import visit_planning
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import DATA_FILE, REMOTE_SESSION, VISIT
from tests.services import random_acts
from tests.services.random_acts import Players
from tests.services.signing import sign
from tests.sync.acting import Deed, Person

_CHECKS = ("Backup", "Disk", "Printing")


def _visit_of(person: Person, *states: str) -> UUID | None:
    return person.any_of(VISIT, VISIT.c.state.in_(states))


def _arrive(person: Person) -> Done | None:
    visit = _visit_of(person, "planned")
    return None if visit is None else visits.arrive(person.desk, visit)


def _leave(person: Person) -> Done | None:
    visit = _visit_of(person, "on_site", "revising")
    return None if visit is None else visits.leave(person.desk, visit)


def _check(person: Person) -> Done | None:
    visit, words = _visit_of(person, "planned", "on_site", "revising"), person.new_words()
    if visit is None:
        return None
    name = person.chance.choice(_CHECKS)
    former = visit_reports.report(person.desk, visit).performance
    remark = next((each.remark for each in former if each.name == name), "")
    point = CheckedPoint(name, person.chance.choice(list(Health)), f"{remark} {words}")
    kept = tuple(each for each in former if each.name != name)
    done = visit_reports.write_report(person.desk, visit, performance=(*kept, point))
    return person.say(done, words)


def _complete(person: Person) -> Done | None:
    """Fill in what a report may not go without."""
    visit, words = _visit_of(person, "on_site", "revising"), person.new_words()
    if visit is None:
        return None
    report = visit_reports.report(person.desk, visit)
    parts: dict[str, object] = {name: words for name in TEXT_PARTS if not getattr(report, name)}
    if not report.performance:
        parts["performance"] = (CheckedPoint("Backup", Health.GOOD, ""),)
    return visit_reports.write_report(person.desk, visit, **parts) if parts else None


def _sign(person: Person) -> Done | None:
    visit, words = _visit_of(person, "on_site", "revising"), person.new_words()
    return None if visit is None else person.say(sign(person.desk, visit, words), words)


def _finish(person: Person) -> Done | None:
    visit = _visit_of(person, "on_site", "revising")
    return None if visit is None else visit_reports.finish(person.desk, visit)


def _whole_visit(person: Person) -> Done | None:
    """What an engineer does one after another at a client's."""
    _arrive(person)
    _complete(person)
    _photo(person)
    _sign(person)
    return _finish(person)


def _revise(person: Person) -> Done | None:
    visit, words = _visit_of(person, "finished"), person.new_words()
    if visit is None:
        return None
    return person.say(visit_reports.revise_report(person.desk, visit, words), words)


def _photo(person: Person) -> Done | None:
    visit, words = _visit_of(person, "planned", "on_site", "revising"), person.new_words()
    if visit is None:
        return None
    return person.say(attachments.attach_to_visit(person.desk, visit, _file(f"{words}.jpg")), words)


def _follow_up(person: Person) -> Done | None:
    visit, words = _visit_of(person, "on_site", "revising", "finished"), person.new_words()
    if visit is None:
        return None
    with person.world.store.read() as conn:
        client = conn.scalars(select(VISIT.c.organisation_id).where(VISIT.c.id == visit)).one()
    asked = random_acts.request(Players(person.world, client, person.agents), words)
    return visits.follow_up(person.desk, visit, words, asked)


def _route(person: Person) -> Done | None:
    with person.world.store.read() as conn:
        found = list(conn.scalars(select(VISIT.c.id).where(~VISIT.c.deleted).order_by(VISIT.c.id)))
    chosen = person.chance.sample(found, min(3, len(found)))
    return visits.order_route(person.desk, chosen) if chosen else None


def _visits_cases(person: Person) -> Done | None:
    """Take one off or put one on, as somebody does who sees the list."""
    visit = _visit_of(person, "planned", "on_site", "revising")
    if visit is None:
        return None
    plan = visit_planning.plan_of(person.desk, visit)
    case = person.any_of(CASE, CASE.c.organisation_id == plan.organisation_id)
    if case is None:
        return None
    chosen = {"remove" if case in plan.case_ids else "add": (case,)}
    return visit_cases.set_cases(person.desk, visit, **chosen)


def _start_session(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    started = remote_sessions.start_session(
        person.desk, case, tool="teamviewer", remote_id="123456789", consent_by=words
    )
    return person.say(started, words)


def _end_session(person: Person) -> Done | None:
    found, words = _under_way(person), person.new_words()
    if found is None:
        return None
    at = person.world.now + timedelta(minutes=person.chance.choice((0, 5, 90)))
    ended = remote_sessions.end_session(
        person.desk, found[0], found[1], ended_at=at, note=words, chargeable=person.chance.random() < 0.5
    )
    return person.say(ended, words)


def _fail_session(person: Person) -> Done | None:
    found = _under_way(person)
    return None if found is None else remote_sessions.fail_session(person.desk, *found, "not found")


def _under_way(person: Person) -> tuple[UUID, UUID] | None:
    session = person.any_of(REMOTE_SESSION, REMOTE_SESSION.c.ended_at.is_(None))
    if session is None:
        return None
    with person.world.store.read() as conn:
        case = conn.scalar(select(REMOTE_SESSION.c.case_id).where(REMOTE_SESSION.c.id == session))
    assert case is not None
    return case, session


def _deposit(person: Person) -> Done | None:
    client, words = person.any_of(ORGANISATION), person.new_words()
    if client is None:
        return None
    today = person.world.now.date()
    kept = person.chance.choice((None, today + timedelta(days=1), today + timedelta(days=400)))
    noted = file_station.deposit(
        person.desk, client, _file(f"{words}.bak"), copied_at=person.world.now, erase_on=kept
    )
    return person.say(noted, words)


def _copy(person: Person) -> Done | None:
    found, words = _data_file(person), person.new_words()
    return None if found is None else person.say(file_station.take_copy(person.desk, *found, words), words)


def _erase_day(person: Person) -> Done | None:
    found = _data_file(person, DATA_FILE.c.erased_at.is_(None))
    if found is None:
        return None
    day = person.world.now.date() + timedelta(days=person.chance.choice((-1, 1, 30)))
    return file_station.set_erase_day(person.desk, *found, day)


def _erase(person: Person) -> Done | None:
    found = _data_file(person, DATA_FILE.c.erased_at.is_(None))
    return None if found is None else file_station.erase(person.desk, *found)


def _data_file(person: Person, *conditions: ColumnElement[bool]) -> tuple[UUID, UUID] | None:
    file = person.any_of(DATA_FILE, *conditions)
    if file is None:
        return None
    with person.world.store.read() as conn:
        client = conn.scalar(select(DATA_FILE.c.organisation_id).where(DATA_FILE.c.id == file))
    assert client is not None
    return client, file


def _file(name: str) -> NewFile:
    content = name.encode()
    return NewFile(sha256(content).hexdigest(), len(content), name, "application/octet-stream")


ALL: dict[str, Deed] = {
    "arrive": _arrive,
    "leave": _leave,
    "check": _check,
    "complete": _complete,
    "sign": _sign,
    "finish": _finish,
    "whole visit": _whole_visit,
    "revise": _revise,
    "photo": _photo,
    "follow up": _follow_up,
    "route": _route,
    "start session": _start_session,
    "end session": _end_session,
    "fail session": _fail_session,
    "deposit": _deposit,
    "copy": _copy,
    "erase day": _erase_day,
    "erase": _erase,
    "visit's cases": _visits_cases,
}
