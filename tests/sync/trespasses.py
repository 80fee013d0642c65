"""Short days on which somebody reaches for what is not theirs; each holds only while the hub looks."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from supportdesk.protocol.messages import Load, Push
from supportdesk.services.cases import handling
from supportdesk.services.registers import staff
from supportdesk.store import desk_rows
from supportdesk.store.tables.cases import ENTRY
from supportdesk.sync import engine
from supportdesk.sync.engine import FuseBlown, pull_message
from supportdesk.sync.link import Turned
from tests.sync.days import LUCIE, NADIA, TOMAS, cases_of, forged, pushed, replace_letter
from tests.sync.drill import drill


def somebody_elses_case() -> None:
    """A desk names a case that it may not see: for it there is none."""
    with drill(NADIA, LUCIE) as day:
        case = day.case_of(LUCIE, client=2)
        letter = forged(day, case)
        assert pushed(day, letter) == ("rejected", "not_found")
        with day.hub_store.read() as conn:
            assert "forged" not in conn.scalars(select(ENTRY.c.body)).all()


def somebody_elses_name() -> None:
    """A desk sends an act in the name of another agent."""
    with drill(NADIA, TOMAS) as day:
        letter = forged(day, day.case_of(NADIA), actor=day.office.agents[TOMAS])
        assert pushed(day, letter) == ("rejected", "actor")


def a_role_one_has_not() -> None:
    """An officer may not make branches."""
    with drill(NADIA) as day:
        made = UUID(int=0x0192 << 112 | 7 << 76 | 2 << 62 | 77)
        args = {"name": "Mine", "kind": "subsidiary", "time_zone": "UTC"}
        letter = forged(day, made, root_entity="branch", name="branch.add", kind="append", args=args)
        assert pushed(day, letter) == ("rejected", "role")


def another_device() -> None:
    """A desk speaks in the name of another device."""
    with drill(NADIA) as day:
        seat = day[NADIA]
        try:
            seat.engine._link.push(Push(device=UUID(int=1), letters=[forged(day, day.case_of(NADIA))]))  # noqa: SLF001
        except Turned as turned:
            if turned.code != "device":
                raise
        else:
            raise AssertionError("it was let in")


def one_id_twice() -> None:
    """Another act is sent under an id that was used: it is not answered as though it were the first."""
    with drill(NADIA, TOMAS) as day:
        letter = forged(day, day.case_of(NADIA))
        assert pushed(day, letter)[0] == "applied"
        try:
            pushed(day, replace_letter(letter, {"body": "another", "files": []}))
        except Turned as turned:
            if turned.code != "op_reused":
                raise
        else:
            raise AssertionError("it was taken for the first")


def a_scope_one_has_not() -> None:
    """A desk asks for the whole of another branch."""
    with drill(NADIA, LUCIE) as day:
        with day[LUCIE].store.read() as conn:
            scope = next(each["scope_id"] for each in desk_rows.scopes(conn) if each["kind"] == "branch")
        seat = day[NADIA]
        try:
            seat.engine._link.load(Load(device=seat.desk.device, scope=scope))  # noqa: SLF001
        except Turned as turned:
            if turned.code != "scope":
                raise
        else:
            raise AssertionError("it was given")


def a_scope_that_was_lost() -> None:
    """A desk goes on asking for what it held; it is given nothing of it."""
    with drill(NADIA, TOMAS) as day:
        seat = day[NADIA]
        with seat.store.read() as conn:
            asked = pull_message(conn)
        day.say(TOMAS, "after")
        day.speak(TOMAS)
        day.administrator()
        staff.edit_agent(day.hub_world.desk, day.office.agents[NADIA], branch_id=str(day.office.branches[1]))
        seat.engine._link.pull(asked)  # noqa: SLF001
        day.settle()


def too_much_goes() -> None:
    """The hub would take away most of what a desk has: it asks first."""
    with drill(NADIA, TOMAS) as day:
        day.administrator()
        fuse, engine._FUSE_ROWS = engine._FUSE_ROWS, 1  # noqa: SLF001
        try:
            for client in (0, 1):
                for case in cases_of(day, client):
                    handling.edit(day.hub_world.desk, case, branch_id=day.office.branches[1])
            try:
                day[NADIA].engine.round()
            except FuseBlown:
                pass
            else:
                raise AssertionError("it was dropped")
        finally:
            engine._FUSE_ROWS = fuse  # noqa: SLF001
        day.settle()
