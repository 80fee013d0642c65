"""Which bytes a desk's file names, wherever it does: what is missed here would be deleted as nobody's.

Checksums stand in columns of their own, and in the JSON of operations, drafts, conflicts, settings and what else may
come to name a file. So every column that can hold one is read, that of a table yet to be made too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import String, Text, and_, func, or_, select, true, type_coerce

from supportdesk.domain.operation import Status
from supportdesk.store.schema import tables_of
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.columns import Json
from supportdesk.store.tables.desk import DRAFT, OPERATION
from supportdesk.store.tables.work import DATA_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Column, ColumnElement, Connection, Table

_LENGTH = 64
_RUN = re.compile(f"[0-9a-f]{{{_LENGTH},}}")
# Where most names stand: as long as nothing is left unnamed, the many texts of cases are not read at all.
_FIRST = (ATTACHMENT, DATA_FILE, DRAFT)
_ROWS_AT_ONCE = 500


def unnamed(conn: Connection, checksums: Collection[str]) -> set[str]:
    """Those of these checksums that stand nowhere.

    An operation that the hub rejected names nothing any more once its person has dealt with that: what was done in its
    place does. To be asked in one transaction; what moves from a draft into a case is then seen in one of the two.
    """
    left = set(checksums)
    for table in dict.fromkeys((*_FIRST, *tables_of(conn.dialect.name))):
        for text in _texts(conn, table) if left else ():
            for run in _RUN.findall(text):
                left -= {run} if len(run) == _LENGTH else {each for each in left if each in run}
    return left


def _texts(conn: Connection, table: Table) -> Iterator[str]:
    """What stands in a table's columns that can hold a checksum."""
    columns = [type_coerce(column, Text) for column in table.columns if _can_name(column)]
    if not columns:
        return
    long_enough = or_(*(func.length(column) >= _LENGTH for column in columns))
    statement = select(*columns).where(long_enough, _counts(table))
    for row in conn.execute(statement.execution_options(yield_per=_ROWS_AT_ONCE)):
        yield from (text for text in row if text is not None)


def _can_name(column: Column[object]) -> bool:
    kind = column.type
    short = isinstance(kind, String) and kind.length is not None and kind.length < _LENGTH
    return isinstance(kind, String | type(Json)) and not short


def _counts(table: Table) -> ColumnElement[bool]:
    if table is not OPERATION:
        return true()
    dealt_with = and_(OPERATION.c.status == Status.REJECTED.value, OPERATION.c.settled_at.is_not(None))
    return ~dealt_with
