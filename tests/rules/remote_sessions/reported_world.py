"""A desk and its TeamViewer account over two months, drawn from a seed: reports, what the desk knows, and the truth.

The noise is what such accounts show: clocks minutes apart, ends that nobody noted, codes and ids that are missing,
devices that several cases share, officers in several sessions at a time, connections that are nobody's case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    Known,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
)

BEGIN = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
DAYS = 60
_MINUTE = timedelta(minutes=1)
_EVERYWHERE = ("SERVER", "DESKTOP", "Office PC")


@dataclass(frozen=True, slots=True)
class World:
    """What a matcher is given, and the case of every report: None where it belongs to none."""

    reports: tuple[ConnectionReport, ...]
    known: Known
    truth: Mapping[str, UUID | None]


@dataclass(frozen=True, slots=True)
class _Device:
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class _Client:
    devices: tuple[_Device, ...]
    cases: tuple[UUID, ...]


@dataclass
class _Drawing:
    """The world as far as it is drawn."""

    chance: Random
    skew: float
    officers: list[Person]
    clients: list[_Client] = field(default_factory=list)
    sessions: list[KnownSession] = field(default_factory=list)
    codes: list[KnownCode] = field(default_factory=list)
    reports: list[ConnectionReport] = field(default_factory=list)
    truth: dict[str, UUID | None] = field(default_factory=dict)
    worked: dict[UUID, set[Person]] = field(default_factory=dict)


def world(seed: int, reports: int = 10_000, *, skew: float = 1.5) -> World:
    """The world of a seed, with this many reports; `skew` in minutes is how far the clocks mostly lie apart."""
    chance = Random(seed)
    drawing = _Drawing(chance, skew, [Person(f"u{n}", f"Officer {n}") for n in range(25)])
    _draw_clients(drawing)
    while len(drawing.reports) < reports:
        kind = chance.random()
        if kind < 0.74:
            _supported(drawing)
        elif kind < 0.78:
            _in_a_row(drawing)
        elif kind < 0.83:
            _not_logged(drawing)
        elif kind < 0.84:
            _maintained(drawing)
        else:
            _elsewhere(drawing)
    given = drawing.reports[:reports]
    chance.shuffle(given)
    known = Known(tuple(drawing.sessions), tuple(drawing.codes), _cases(drawing))
    return World(tuple(given), known, {each.id: drawing.truth[each.id] for each in given})


def _draw_clients(drawing: _Drawing) -> None:
    chance = drawing.chance
    number = 100_000_000
    for client in range(150):
        devices = []
        for device in range(chance.randint(1, 4)):
            number += chance.randint(1, 5_000_000)
            everywhere = chance.random() < 0.1
            name = chance.choice(_EVERYWHERE) if everywhere else f"CLIENT{client}-PC{device}"
            devices.append(_Device(number, name))
        cases = tuple(_id(chance) for _ in range(chance.randint(1, 25)))
        drawing.clients.append(_Client(tuple(devices), cases))


def _cases(drawing: _Drawing) -> dict[UUID, KnownCase]:
    return {
        case: KnownCase(
            case,
            BEGIN - timedelta(days=1),
            device_ids=frozenset(str(device.number) for device in client.devices),
            device_names=frozenset(device.name for device in client.devices),
            officers=frozenset(drawing.worked.get(case, ())),
        )
        for client in drawing.clients
        for case in client.cases
    }


def _supported(drawing: _Drawing) -> None:
    """A session on a case, begun from the desk."""
    chance = drawing.chance
    client = chance.choice(drawing.clients)
    began = _moment(chance)
    _session(
        drawing,
        chance.choice(client.cases),
        chance.choice(drawing.officers),
        chance.choice(client.devices),
        (began, began + _length(chance)),
    )


def _in_a_row(drawing: _Drawing) -> None:
    """One officer on one device for several cases, one after another or in one another."""
    chance = drawing.chance
    client = chance.choice([each for each in drawing.clients if len(each.cases) > 1])
    officer, device = chance.choice(drawing.officers), chance.choice(client.devices)
    began = _moment(chance)
    for case in chance.sample(client.cases, 2):
        ended = began + _length(chance)
        _session(drawing, case, officer, device, (began, ended))
        began = chance.choice([ended + _MINUTE * chance.randint(0, 20), began + (ended - began) / 2])


def _not_logged(drawing: _Drawing) -> None:
    """A session on a case that nobody began from the desk."""
    chance = drawing.chance
    client = chance.choice(drawing.clients)
    case, officer = chance.choice(client.cases), chance.choice(drawing.officers)
    drawing.worked.setdefault(case, set()).add(officer)
    began = _moment(chance)
    _report(drawing, case, officer, chance.choice(client.devices), (began, began + _length(chance)))


def _maintained(drawing: _Drawing) -> None:
    """A client's device, by an officer who was on it for a case a while ago: this time for none."""
    if not drawing.sessions:
        return
    session = drawing.chance.choice(drawing.sessions)
    began = session.started_at + _MINUTE * drawing.chance.randint(15, 180)
    device = _Device(int(session.device_id or 999_999_999), session.device_name)
    span = (began, began + _length(drawing.chance))
    _report(drawing, None, session.officer, device, span)


def _elsewhere(drawing: _Drawing) -> None:
    """A connection to a company that is no client, often while something else goes on, or by somebody unknown."""
    chance = drawing.chance
    name = chance.choice([*_EVERYWHERE, f"OTHER-{chance.randint(1, 500)}"])
    officer = Person(f"x{chance.randint(1, 40)}", "Somebody Else")
    if chance.random() < 0.6:
        officer = chance.choice(drawing.officers)
    began = _moment(chance)
    if drawing.sessions and chance.random() < 0.4:
        beside = chance.choice(drawing.sessions)
        officer, began = beside.officer, beside.started_at + _MINUTE * chance.randint(0, 10)
    device = _Device(chance.randint(600_000_000, 2_000_000_000), name)
    code = _code(chance) if chance.random() < 0.3 else ""
    _report(drawing, None, officer, device, (began, began + _length(chance)), code=code)


def _session(
    drawing: _Drawing,
    case: UUID,
    officer: Person,
    device: _Device,
    span: tuple[datetime, datetime],
) -> None:
    chance = drawing.chance
    by_code = chance.random() < 0.4
    code = _code(chance) if by_code else ""
    skew = _MINUTE * chance.gauss(0, drawing.skew * (4 if chance.random() < 0.05 else 1))
    began = span[0] + skew - timedelta(seconds=chance.randint(2, 90))
    ended = None if chance.random() < 0.1 else max(began, span[1] + skew + _MINUTE * chance.uniform(-1, 6))
    drawing.sessions.append(
        KnownSession(
            _id(chance),
            case,
            began,
            ended,
            officer,
            device_id="" if by_code else str(device.number),
            device_name=device.name if chance.random() < 0.7 else "",
            code=code,
        )
    )
    drawing.worked.setdefault(case, set()).add(officer)
    if by_code and chance.random() < 0.6:
        drawing.codes.append(KnownCode(code, case, began))
    seen = "" if chance.random() < 0.2 else code
    for part in _parts(chance, span):
        _report(drawing, case, officer, device, part, code=seen)


def _parts(chance: Random, span: tuple[datetime, datetime]) -> list[tuple[datetime, datetime]]:
    """The connections of one session: mostly one, sometimes it broke, sometimes it never came about."""
    began, ended = span
    kind = chance.random()
    if kind < 0.04:
        return []
    if kind < 0.85:
        return [span]
    broke = began + (ended - began) * chance.uniform(0.2, 0.7)
    return [(began, broke), (broke + _MINUTE * chance.uniform(0.2, 3), ended + 4 * _MINUTE)]


def _report(
    drawing: _Drawing,
    case: UUID | None,
    officer: Person,
    device: _Device,
    span: tuple[datetime, datetime],
    *,
    code: str = "",
) -> None:
    chance = drawing.chance
    number = len(drawing.reports)
    shown = chance.random()
    device_id = (
        str(device.number) if shown < 0.7 else f"r{device.number}" if shown < 0.85 else f"d{number % 9973}"
    )
    person = chance.random()
    report = ConnectionReport(
        f"{number:08}",
        span[0],
        span[1],
        officer if person < 0.9 else replace(officer, user_id="") if person < 0.97 else Person(),
        device_id="" if chance.random() < 0.06 else device_id,
        device_name=device.name.lower() if chance.random() < 0.8 else f"{device.name} (alias)",
        session_code=code,
        fee=Money(Decimal(chance.randint(1, 80)), chance.choice(["EUR", "TND"])) if number % 3 else None,
    )
    drawing.reports.append(report)
    drawing.truth[report.id] = case


def _moment(chance: Random) -> datetime:
    return BEGIN + timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(10 * 60))


def _length(chance: Random) -> timedelta:
    return _MINUTE * min(240.0, max(0.5, chance.lognormvariate(2.7, 0.9)))


def _code(chance: Random) -> str:
    return f"s{chance.randrange(100):02}-{chance.randrange(1000):03}-{chance.randrange(1000):03}"


def _id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128))
