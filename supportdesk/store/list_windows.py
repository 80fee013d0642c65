"""Remembers where the rows of a list stand, so that any page costs about what the first does; it chooses no list."""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from supportdesk.store.driving import fetch, fetch_value

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from sqlalchemy import Connection

    from supportdesk.store.list_changes import Key, Move
    from supportdesk.store.list_plans import ListPlan

WINDOWS = "list_windows"
"""The execution option of a store's readers that holds what is remembered of its lists."""

_STRIDE = 1_024
_REMEMBERED = 48


class Anchors:
    """Places of a list that is walked along its index: keys, and how many rows stand before each.

    They are learnt on the way to a page, in strides from the nearest place known, the list's two ends included. Any
    thread may ask; two that learn the same learn it twice and keep it once.
    """

    def __init__(
        self, plan: ListPlan, count: int, places: Iterable[tuple[int, Key]] = (), *, stride: int = _STRIDE
    ) -> None:
        self.plan = plan
        self.count = count
        self._stride = stride
        known = list(places)
        self._positions = [position for position, _ in known]
        self._keys = [key for _, key in known]
        self._lock = threading.Lock()

    def moved(self, moves: Iterable[Move]) -> Anchors:
        """The same places after rows have moved; a place stays where it is, and more or fewer rows stand before it."""
        with self._lock:
            positions, keys = self._positions.copy(), self._keys.copy()
        count = self.count
        for move in moves:
            for key, step in zip(move, (-1, 1), strict=True):
                if key is not None:
                    count += step
                    at = bisect_right(keys, self._in_order(key), key=self._in_order)
                    positions[at:] = [position + step for position in positions[at:]]
        # Two places with no row between them, or one beyond all rows, have nothing more to tell.
        kept = {position: key for position, key in zip(positions, keys, strict=True) if position < count}
        return Anchors(self.plan, count, kept.items(), stride=self._stride)

    def rows(self, conn: Connection, first: int, limit: int) -> list[int]:
        """The row numbers from position `first` on."""
        if first >= self.count:
            return []
        position, key = self._below(conn, first)
        where = "" if key is None else self.plan.compared(">=")
        sql = f"{self.plan.select('row', and_where=where)} LIMIT ? OFFSET ?"
        found = fetch(conn, sql, (*self.plan.parameters, *(key or ()), limit, first - position))
        return [row for (row,) in found]

    def position_of(self, conn: Connection, key: Key) -> int:
        """How many rows of the list stand before the row with this key."""
        position, start = self._known_before(key)
        where = self.plan.compared("<")
        parameters = key
        if start is not None:
            where = f"{self.plan.compared('>=')} AND {where}"
            parameters = (*start, *key)
        sql = self.plan.select("count(*)", and_where=where, ordered=False)
        return position + int(fetch_value(conn, sql, (*self.plan.parameters, *parameters)))

    def _below(self, conn: Connection, first: int) -> tuple[int, Key | None]:
        """The nearest known place at or before a position, after learning enough for it to be near."""
        below, above = self._around(first)
        if first - below[0] >= self._stride:
            if first - below[0] <= above[0] - first:
                self._walk_down(conn, below, first)
            else:
                self._walk_up(conn, above, first)
            below, _ = self._around(first)
        return below

    def _walk_down(self, conn: Connection, start: tuple[int, Key | None], goal: int) -> None:
        position, key = start
        plain = f"{self.plan.select(self.plan.key_columns)} LIMIT 1 OFFSET ?"
        onwards = (
            f"{self.plan.select(self.plan.key_columns, and_where=self.plan.compared('>='))} LIMIT 1 OFFSET ?"
        )
        while position + self._stride <= goal:
            sql = plain if key is None else onwards
            found = fetch(conn, sql, (*self.plan.parameters, *(key or ()), self._stride))
            if not found:
                return
            position, key = position + self._stride, found[0]
            self._learn(position, key)

    def _walk_up(self, conn: Connection, start: tuple[int, Key | None], goal: int) -> None:
        position, key = start
        columns = self.plan.key_columns
        plain = f"{self.plan.select(columns, backwards=True)} LIMIT 1 OFFSET ?"
        back = (
            f"{self.plan.select(columns, and_where=self.plan.compared('<'), backwards=True)} LIMIT 1 OFFSET ?"
        )
        while position > goal:
            step = min(self._stride, position)
            found = fetch(
                conn, plain if key is None else back, (*self.plan.parameters, *(key or ()), step - 1)
            )
            if not found:
                return
            position, key = position - step, found[0]
            self._learn(position, key)

    def _around(self, first: int) -> tuple[tuple[int, Key | None], tuple[int, Key | None]]:
        with self._lock:
            at = bisect_right(self._positions, first)
            below = (self._positions[at - 1], self._keys[at - 1]) if at else (0, None)
            above = (self._positions[at], self._keys[at]) if at < len(self._positions) else (self.count, None)
        return below, above

    def _known_before(self, key: Key) -> tuple[int, Key | None]:
        with self._lock:
            at = bisect_right(self._keys, self._in_order(key), key=self._in_order)
            return (self._positions[at - 1], self._keys[at - 1]) if at else (0, None)

    def _in_order(self, key: Key) -> Key:
        """The key so that it grows along the list; all keys are numbers."""
        return tuple(-part for part in key) if self.plan.latest_first else key

    def _learn(self, position: int, key: Key) -> None:
        with self._lock:
            at = bisect_left(self._positions, position)
            if at == len(self._positions) or self._positions[at] != position:
                self._positions.insert(at, position)
                self._keys.insert(at, key)


@dataclass(slots=True)
class RowList:
    """A list whose row numbers are all remembered, in its order; `due_sorts` beside them if it is by deadline."""

    numbers: array[int]
    due_sorts: Sequence[int] = ()
    capped: bool = False
    problem: str = ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.numbers)


@dataclass(slots=True)
class Windows:
    """What is remembered of the lists last looked at, each as of one version of the data; shared by all threads."""

    _entries: OrderedDict[Hashable, tuple[int, Anchors | RowList]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: Hashable) -> tuple[int, Anchors | RowList] | None:
        """What is remembered of a list, and as of which version."""
        with self._lock:
            found = self._entries.get(name)
            if found is not None:
                self._entries.move_to_end(name)
            return found

    def put(self, name: Hashable, version: int, window: Anchors | RowList) -> None:
        """Remember a list, unless a newer version is; the one not asked for longest is forgotten."""
        with self._lock:
            known = self._entries.get(name)
            if known is not None and known[0] > version:
                return
            self._entries[name] = (version, window)
            self._entries.move_to_end(name)
            while len(self._entries) > _REMEMBERED:
                self._entries.popitem(last=False)
