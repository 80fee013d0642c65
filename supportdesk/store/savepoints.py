"""Parts of a transaction that can be taken back by themselves; what is tried within them is each caller's affair.

SQLAlchemy's savepoints, each of a name of its own, are composed anew every time, and an operation has one or two.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from supportdesk.store import driving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def begin_part(conn: Connection) -> None:
    """Set a savepoint. The latest one counts: whoever sets another within ends it before going on here."""
    driving.execute(conn, "SAVEPOINT part", ())


def take_back(conn: Connection) -> None:
    """Undo what was written since the savepoint; it stands, and an error of the database since then is over."""
    driving.execute(conn, "ROLLBACK TO SAVEPOINT part", ())


def end_part(conn: Connection) -> None:
    """Let what was written since the savepoint stand with the rest of the transaction."""
    driving.execute(conn, "RELEASE SAVEPOINT part", ())


@contextmanager
def savepoint(conn: Connection) -> Iterator[None]:
    """A part that is taken back by itself when the block raises."""
    begin_part(conn)
    try:
        yield
    except BaseException:
        take_back(conn)
        end_part(conn)
        raise
    end_part(conn)
