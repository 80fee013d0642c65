"""Acts at random on the cases of a world, for properties that hold after whatever people did; no properties here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import Phase
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, LinkKind
from supportdesk.services import schedule, undo
from supportdesk.services.cases import cases, closing, handling, information, linking, replies
from supportdesk.services.entitlements import incidents
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.store.case_rows import load_state
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import ORGANISATION
from tests.services.desk_world import World, made

Choice = tuple[str, int, int, int]
"""An act's name, which case, which of its possibilities, and how many minutes pass before it."""

# Making a failing example smaller plays hundreds of worlds; the few acts of one say enough.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


@dataclass
class Players:
    """Who and what random acts are about: the open cases so far, the agents, the client."""

    world: World
    client: UUID
    agents: Sequence[UUID]
    cases: list[UUID] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.world.desk


def players_of(
    world: World, policy: str, *, titles: Sequence[str] = ("Payroll stops", "It stops again")
) -> Players:
    """A client of this policy with open cases, covered by a contract or season ticket, and two agents."""
    first = world.sits_down()
    agents = (first, world.agent("Tomas Berg"))
    players = Players(world, world.client(policy=policy), agents)
    if policy == "synergy":
        _ticket(players, players.client, 0)
    else:
        world.contract(players.client)
    for title in titles:
        players.cases.append(made(cases.log_case(world.desk, request(players, title)).created))
    return players


def request(players: Players, title: str, severity: str | None = None) -> NewCase:
    """A request with all that the client's policy asks for."""
    with players.world.store.read() as conn:
        code = get_row(conn, ORGANISATION, players.client)["policy_code"]
    intake = players.desk.policies.versions(code)[-1].intake
    return NewCase(
        title,
        "It stops.",
        players.client,
        severity=severity,
        template={part.id: "x" for part in intake.template},
        reason=intake.reasons[0].id if intake.reasons else None,
        area=intake.areas[0].id if intake.areas else None,
    )


def choices(names: Sequence[str], *, most: int = 12) -> st.SearchStrategy[list[Choice]]:
    """Some acts with these names, with pauses from none to some days."""
    minutes = st.one_of(st.just(0), st.integers(1, 120), st.integers(120, 6000))
    choice = st.tuples(st.sampled_from(list(names)), st.integers(0, 5), st.integers(0, 50), minutes)
    return st.lists(choice, min_size=1, max_size=most)


def play(players: Players, choice: Choice) -> bool:
    """Let time pass and do an act; whether the rules allowed it and it had an effect."""
    name, which, how, minutes = choice
    players.world.now += timedelta(minutes=minutes)
    case = players.cases[which % len(players.cases)]
    try:
        _ACTS[name](players, case, how)
    except KnownError:
        return False
    return True


def _log(players: Players, _case: UUID, how: int) -> None:
    severities = [None, "S1", "S2", "S3", "S4"]
    done = cases.log_case(players.desk, request(players, f"Request {how}", severities[how % 5]))
    players.cases.append(made(done.created))


def _reply(players: Players, case: UUID, how: int) -> None:
    replies.reply(
        players.desk, case, f"Answer {how}", then_stage=_stage(players, case, how) if how % 3 == 0 else None
    )


def _note(players: Players, case: UUID, how: int) -> None:
    replies.note(players.desk, case, f"Note {how}")


def _client(players: Players, case: UUID, how: int) -> None:
    replies.client_entry(players.desk, case, f"Client {how}", channel=Channel.EMAIL)


def _call(players: Players, case: UUID, how: int) -> None:
    direction = replies.DIRECTIONS[how % 2]
    replies.call(players.desk, case, f"Call {how}", direction=direction, seconds=how)


def _info(players: Players, case: UUID, how: int) -> None:
    information.request_information(players.desk, case, "", items=("log_files", f"Export {how}"))


def _came(players: Players, case: UUID, _how: int) -> None:
    information.information_received(players.desk, case, ("log_files",))


def _claim(players: Players, case: UUID, how: int) -> None:
    handling.claim_severity(players.desk, case, f"S{how % 4 + 1}")


def _verify(players: Players, case: UUID, how: int) -> None:
    handling.verify_severity(players.desk, case, f"S{how % 4 + 1}", reason=f"Because {how}")


def _assign(players: Players, case: UUID, how: int) -> None:
    to = None if how % 4 == 0 else players.agents[how % len(players.agents)]
    handling.assign(players.desk, case, to)


def _move(players: Players, case: UUID, how: int) -> None:
    done = handling.move_stage(players.desk, case, _stage(players, case, how), vendor="Nordbank")
    if not done.outcome.changes.changes:
        raise KnownError("The case stands there already.")


def _agree(players: Players, case: UUID, how: int) -> None:
    handling.agree_update(players.desk, case, players.world.now + timedelta(hours=how + 1))


def _edit(players: Players, case: UUID, how: int) -> None:
    handling.edit(players.desk, case, title=f"Title {how % 3}", product_version=f"{how % 2}.0")


def _close(players: Players, case: UUID, how: int) -> None:
    closing.close(players.desk, case, resolution="solution", by_client=how % 5 == 0)


def _agreement(players: Players, case: UUID, _how: int) -> None:
    closing.record_agreement(players.desk, case, name="Diane Hartwell")


def _reactivate(players: Players, case: UUID, _how: int) -> None:
    closing.reactivate(players.desk, case)


def _pay(players: Players, case: UUID, how: int) -> None:
    incidents.record_payment(
        players.desk, case, amount=Decimal("95.00"), currency="GBP", method="cash", reference=f"R{how}"
    )


def _ticket(players: Players, _case: UUID, how: int) -> None:
    incidents.buy_season_ticket(
        players.desk, players.client, amount=Decimal(700), currency="GBP", method="cash", reference=f"T{how}"
    )


def _accept(players: Players, case: UUID, _how: int) -> None:
    incidents.accept(players.desk, case)


def _return(players: Players, case: UUID, how: int) -> None:
    incidents.return_incident(players.desk, case, f"Mistake {how}")


def _link(players: Players, case: UUID, how: int) -> None:
    linking.link(players.desk, case, _other(players, how), LinkKind.RELATED)


def _merge(players: Players, case: UUID, how: int) -> None:
    linking.merge(players.desk, case, _other(players, how))


def _unmerge(players: Players, case: UUID, _how: int) -> None:
    linking.undo_merge(players.desk, case)


def _undo(players: Players, _case: UUID, _how: int) -> None:
    undo.last(players.desk)


def _due(players: Players, _case: UUID, _how: int) -> None:
    schedule.run_due(players.desk)


def _other(players: Players, how: int) -> UUID:
    return players.cases[how % len(players.cases)]


def _stage(players: Players, case: UUID, how: int) -> str:
    with players.world.store.read() as conn:
        policy = players.desk.policies.versions(load_state(conn, case)[0].policy)[-1]
    return policy.stages[how % len(policy.stages)].id


_ACTS: dict[str, Callable[[Players, UUID, int], None]] = {
    "log": _log,
    "reply": _reply,
    "note": _note,
    "client": _client,
    "call": _call,
    "info": _info,
    "came": _came,
    "claim": _claim,
    "verify": _verify,
    "assign": _assign,
    "move": _move,
    "agree": _agree,
    "edit": _edit,
    "close": _close,
    "agreement": _agreement,
    "reactivate": _reactivate,
    "pay": _pay,
    "ticket": _ticket,
    "accept": _accept,
    "return": _return,
    "link": _link,
    "merge": _merge,
    "unmerge": _unmerge,
    "undo": _undo,
    "due": _due,
}
ALL = tuple(_ACTS)
