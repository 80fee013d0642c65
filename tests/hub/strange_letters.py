"""Letters as a desk would never write them, made from what it did; what a hub makes of them is tested elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from supportdesk import services
from supportdesk.services import acts
from supportdesk.services.operations import applying
from supportdesk.store.composed import Record
from supportdesk.store.tables.desk import OPERATION
from tests.hub.conftest import World
from tests.hub.pushing import Sender

assert acts.known()

# What an argument is not: most handlers want a text, an id, a number, or a list of records.
STRANGE: tuple[Any, ...] = (
    None,
    -1,
    1.5,
    (1 << 63) - 1,
    "x" * 5_000,
    "no id",
    str(UUID(int=1)),
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "NaN",
    [None],
    [{}],
    {"a": {"b": []}},
)
FEW: tuple[Any, ...] = (None, (1 << 63) - 1, "0001-01-01T00:00:00+14:00", [{}], {"a": []})
ENDS = {"applied", "merged", "rejected", "conflict", "parked"}


def done_so_far(world: World) -> list[Record]:
    """The latest operation of each name."""
    with world.hub.store.read() as conn:
        rows = conn.execute(select(OPERATION).order_by(OPERATION.c.n)).mappings()
        return list({row["name"]: row for row in rows}.values())


def as_done(sender: Sender, row: Record, args: object, **more: object) -> dict[str, Any]:
    """A letter like an operation that was done, with other arguments."""
    form = {"kind": row["kind"], "root_entity": row["root_entity"], **more}
    return sender.letter(row["name"], row["root_id"], args, **form)


def strange_letters(sender: Sender, row: Record) -> Iterator[dict[str, Any]]:
    """The operation with each of its arguments in turn of another type, or missing, and some beside."""
    args = dict(row["args"])
    yield as_done(sender, row, {})
    for name, given in args.items():
        yield as_done(sender, row, {key: value for key, value in args.items() if key != name})
        for value in STRANGE:
            yield as_done(sender, row, args | {name: value})
            if isinstance(given, list) and given:
                yield as_done(sender, row, args | {name: [*given, value]})
            if isinstance(given, dict):
                yield as_done(sender, row, args | {name: dict.fromkeys(given, value)})
    for value in STRANGE:
        yield as_done(sender, row, args, expect={"stage": value, "severity_claimed": value, "owner": value})


def letters_of_any_act(sender: Sender, root: UUID) -> Iterator[dict[str, Any]]:
    """Every act there is, with every argument that any of them reads, all of one type."""
    asked_for = {
        name
        for file in Path(services.__path__[0]).rglob("*.py")
        for name in re.findall(r"""args(?:\[|\.get\()"([a-z_]+)\"""", file.read_text(encoding="utf-8"))
    }
    assert len(asked_for) > 60
    for name, handler in sorted(applying._HANDLERS.items()):  # noqa: SLF001 - all of them
        form = {"kind": handler.kind.value, "root_entity": handler.entity.value}
        for value in FEW:
            yield sender.letter(name, root, dict.fromkeys(asked_for, value), **form)
