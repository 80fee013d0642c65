"""Rows that are on a desk of a hub and not on the hub, put into the outbox as operations `rows.add` that carry them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.form import MOST_CHARACTERS, MOST_ROWS, args_of, written
from supportdesk.store import desk_rows, images, operation_rows, overlay
from supportdesk.store.images import Image
from supportdesk.store.overlay import node_of

Unit = Sequence[tuple[str, Image]]
"""Rows that are best brought by one operation, each with its table: a case with its clocks and timeline."""

_A_VALUE = 12  # characters that a value takes besides those of a text


@dataclass(frozen=True, slots=True)
class Bringer:
    """Who brings rows: the agent as the hub knows them and the device, with the clock and ids of their desk."""

    actor: UUID
    device: UUID
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]


def queue_rows(conn: Connection, bringer: Bringer, phases: Iterable[Iterable[Unit]]) -> int:
    """Put rows into the outbox, phase after phase; gives how many operations carry them.

    The rows are in the desk's tables already. Each operation waits for the one before, as rows stand on rows.
    """
    seen = desk_rows.cursor(conn)
    before: UUID | None = None
    count = 0
    for chunk in (chunk for phase in phases for chunk in _chunks(phase)):
        operation = Operation(
            id=bringer.new_id(),
            root=Ref(Entity.AGENT, bringer.actor),
            kind=Kind.APPEND,
            name=ADD,
            args=args_of((entity, written(entity, image)) for entity, image in chunk),
            actor=bringer.actor,
            device=bringer.device,
            at=bringer.now(),
            seen=seen,
            deps=() if before is None else (before,),
        )
        number = operation_rows.insert_operation(conn, operation, Outcome(operation.id, Status.APPLIED))
        operation_rows.queue(conn, number, operation.id)
        overlay.note_new(
            conn, number, ((entity, _id_of(image), node_of(entity, image)) for entity, image in chunk)
        )
        before = operation.id
        count += 1
    return count


def _id_of(image: Image) -> bytes:
    return bytes(image[0])


def _chunks(units: Iterable[Unit]) -> Iterator[list[tuple[str, Image]]]:
    """Rows as many as an operation carries; a unit is cut only where it is too large for one."""
    chunk: list[tuple[str, Image]] = []
    size = 0
    for unit in units:
        sizes = [_size(image) for _, image in unit]
        if chunk and (len(chunk) + len(unit) > MOST_ROWS or size + sum(sizes) > MOST_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        for row, length in zip(unit, sizes, strict=True):
            if chunk and (len(chunk) == MOST_ROWS or size + length > MOST_CHARACTERS):
                yield chunk
                chunk, size = [], 0
            chunk.append(row)
            size += length
    if chunk:
        yield chunk


def _size(image: Image) -> int:
    return sum(len(value) + _A_VALUE if isinstance(value, str) else _A_VALUE for value in image)


# ---------------------------------------------------------------- what a transaction wrote


@dataclass(slots=True)
class NewRows:
    """The rows that come into some tables from a moment on, in one transaction."""

    entities: Sequence[str]
    _last: dict[str, int] = field(default_factory=dict)

    def begin(self, conn: Connection) -> None:
        """From now on."""
        self._last = {entity: images.last_row(conn, entity) for entity in self.entities}

    def phases(self, conn: Connection) -> list[list[Unit]]:
        """What has come since: each row by itself, and then each case with all that belongs to it."""
        found: dict[str, list[Image]] = {
            entity: images.rows_since(conn, entity, last) for entity, last in self._last.items()
        }
        cases: dict[bytes, list[tuple[str, Image]]] = {
            _id_of(image): [("case", image)] for image in found.get("case", ())
        }
        others: list[Unit] = []
        for entity, rows in found.items():
            if entity == "case":
                continue
            for image in rows:
                case = cases.get(node_of(entity, image))
                if case is None:
                    others.append([(entity, image)])
                else:
                    case.append((entity, image))
        return [others, list(cases.values())]


__all__ = ["Bringer", "NewRows", "Unit", "queue_rows"]
