"""The numbers of cases – C-2026-004711 – counted up by a desk alone; where there is a hub, the hub gives them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.store.locking import NUMBERS, one_at_a_time
from supportdesk.store.tables.cases import CASE

FORMER_NUMBER = "Former number"
"""Among the imported fields of a case: what it was called before the hub gave its number to another."""

_DIGITS = 6
_HEX_DIGITS = 32
_LIKELY = 500_000  # cases of one desk in one year
_LAST_OF_SIX: int = 10**_DIGITS - 1


def next_case_numbers(conn: Connection, years: Sequence[int]) -> list[str]:
    """A number for each of many new cases, in their order, by the year in which each was logged."""
    one_at_a_time(conn, NUMBERS)
    following: dict[int, int] = {}
    numbers = []
    for year in years:
        if year not in following:
            following[year] = _next(conn, year)
        numbers.append(_number(year, following[year]))
        following[year] += 1
    return numbers


def next_case_number(conn: Connection, year: int) -> str:
    """The number after the highest of the year, asked of the index of numbers however many cases there are."""
    one_at_a_time(conn, NUMBERS)
    return _number(year, _next(conn, year))


def provisional_number(conn: Connection, case_id: UUID) -> str:
    """What a case is called until the hub has numbered it: `new-7F3A`, by the end of its id, which search finds too."""
    number, digits = "", 0
    while not number or conn.execute(select(CASE.c.id).where(CASE.c.number == number)).first() is not None:
        digits += 4
        number = f"new-{case_id.hex[-digits:].upper()}"
    return number


def provisional_numbers(conn: Connection, ids: Sequence[UUID]) -> list[str]:
    """The same for many cases at once, in their order."""
    numbers: dict[UUID, str] = {}
    used: set[str] = set()
    digits = 0
    while len(numbers) < len(ids) and digits < _HEX_DIGITS:
        digits += 4
        wanted = {
            case_id: f"new-{case_id.hex[-digits:].upper()}" for case_id in ids if case_id not in numbers
        }
        taken = _taken(conn, list(wanted.values())) | used
        for case_id, number in wanted.items():
            if number not in taken and number not in used:
                numbers[case_id] = number
                used.add(number)
    return [numbers[case_id] for case_id in ids]


def _taken(conn: Connection, numbers: Sequence[str]) -> set[str]:
    taken: set[str] = set()
    for start in range(0, len(numbers), 500):
        among = CASE.c.number.in_(numbers[start : start + 500])
        taken.update(conn.scalars(select(CASE.c.number).where(among)))
    return taken


def is_provisional(number: str) -> bool:
    """Whether this is what a case is called until the hub has numbered it."""
    return number.startswith("new-")


def is_counted(number: str, year: int) -> bool:
    """Whether this is a number of that year as a desk alone or a hub counts them, and not far beyond any count."""
    start, _, count = number.rpartition("-")
    return (
        start == f"C-{year}"
        and len(count) == _DIGITS
        and count.isascii()
        and count.isdigit()
        and int(count) < _LIKELY
    )


def _number(year: int, count: int) -> str:
    return f"C-{year}-{count:0{_DIGITS}d}"


def _next(conn: Connection, year: int) -> int:
    # As long as all have six digits, text sorts as the numbers do.
    in_six = CASE.c.number.between(_number(year, 0), _number(year, _LAST_OF_SIX))
    highest = conn.scalar(select(CASE.c.number).where(in_six).order_by(CASE.c.number.desc()).limit(1))
    count = int(highest.rpartition("-")[2]) if highest else 0
    return count + 1 if count < _LAST_OF_SIX else _after_a_million(conn, year)


def _after_a_million(conn: Connection, year: int) -> int:
    """The number after the millionth and later ones: they were counted up without gaps, so halving finds the end."""
    taken, step = _LAST_OF_SIX, 1
    while _is_taken(conn, year, taken + step):
        taken += step
        step *= 2
    while step > 1:
        step //= 2
        if _is_taken(conn, year, taken + step):
            taken += step
    return taken + 1


def _is_taken(conn: Connection, year: int, count: int) -> bool:
    return conn.execute(select(CASE.c.row).where(CASE.c.number == _number(year, count))).first() is not None
