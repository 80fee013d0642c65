"""The routes of desk-sync: bodies in, answers out, and the waiting for news; what each comes to is `conversation`'s."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Request, Response

from supportdesk.domain.operation import Operation, Outcome
from supportdesk.hub import conversation, presence, waiting
from supportdesk.hub.bodies import SMALL, answer, body, speaks
from supportdesk.hub.callers import Caller, CallerOf, HubOf
from supportdesk.hub.conversation import Party
from supportdesk.hub.hub import Hub
from supportdesk.protocol.codec import MSGPACK
from supportdesk.protocol.messages import (
    MOST_BYTES,
    Compare,
    Compared,
    Fetch,
    Head,
    Load,
    LoadedPage,
    Look,
    Others,
    Page,
    Pull,
    Push,
    Pushed,
    Verified,
    Verify,
    Wait,
)
from supportdesk.services.exchange import effects
from supportdesk.services.operations.desk import Desk
from supportdesk.store.store import Transaction

router = APIRouter(prefix="/sync/v1", tags=["sync"])

_REFUSES = (404, 409, 410)


def _spoken(takes: type[msgspec.Struct], gives: type[msgspec.Struct]) -> dict[str, Any]:
    return speaks(takes=takes, gives=gives, refuses=_REFUSES, media=MSGPACK)


def desk_of(hub: Hub) -> Desk:
    """The hub as the services take it: one that acts for nobody in particular."""

    def note(conn: Transaction, operation: Operation, outcome: Outcome) -> None:
        effects.note(conn, operation, outcome, hub.now())

    return Desk(hub.store, hub.device, hub.device, hub.policies, hub.now, hub.new_id, outward=note)


def _party(who: Caller) -> Party:
    return Party(who.agent_id, who.device_id, frozenset(role.value for role in who.roles))


@router.post("/push", **_spoken(Push, Pushed))
def push(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Push, body(Push, limit=MOST_BYTES)]
) -> Response:
    """Take in what was done on a desk; each operation ends in exactly one outcome, however often it is sent."""
    pushed = conversation.push(desk_of(hub), _party(who), said)
    request.app.state.herald.heard_from_thread(pushed.head)
    return answer(pushed, packed_for=request, media=MSGPACK)


@router.post("/pull", **_spoken(Pull, Page))
def pull(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Pull, body(Pull, limit=SMALL)]
) -> Response:
    """What changed since the desk's cursor."""
    return _asked(request, conversation.pull, hub, who, said)


@router.post("/load", **_spoken(Load, LoadedPage))
def load(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Load, body(Load, limit=SMALL)]
) -> Response:
    """A page of a whole scope."""
    return _asked(request, conversation.load, hub, who, said)


@router.post("/fetch", **_spoken(Fetch, Page))
def fetch(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Fetch, body(Fetch, limit=SMALL)]
) -> Response:
    """One case or client with all that belongs to it."""
    return _asked(request, conversation.fetch, hub, who, said)


@router.post("/compare", **_spoken(Compare, Compared))
def compare(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Compare, body(Compare, limit=SMALL)]
) -> Response:
    """What a desk first compares its rows of a scope by."""
    return _asked(request, conversation.compare, hub, who, said)


@router.post("/verify", **_spoken(Verify, Verified))
def verify(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Verify, body(Verify, limit=SMALL)]
) -> Response:
    """What a desk compares its rows by."""
    return _asked(request, conversation.verify, hub, who, said)


@router.post("/look", **_spoken(Look, Others))
def look(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Look, body(Look, limit=SMALL)]
) -> Response:
    """Tell which case is open on a desk; gives who else is there."""
    others, news = presence.look(desk_of(hub), _party(who), said)
    for case_id in news:
        request.app.state.herald.came_or_went_from_thread(case_id)
    return answer(others, media=MSGPACK)


@router.post("/wait", **_spoken(Wait, Head))
async def wait(
    request: Request, who: CallerOf, hub: HubOf, said: Annotated[Wait, body(Wait, limit=SMALL)]
) -> Response:
    """Answer as `pull` does as soon as there is something for this desk, or after the time it gave without."""
    desk, party, herald = desk_of(hub), _party(who), request.app.state.herald
    ends = time.monotonic() + said.seconds
    asked = said.pull
    conversation.own_device(party, asked.device)
    async with herald.waiting(asked.known or asked.held, said.looking) as waiter:
        while True:
            waiter.news.clear()
            if herald.head <= asked.cursor and said.looking is None:
                head = None
            else:
                head = await waiting.to_its_end(_head, desk, party, said, asked)
            left = ends - time.monotonic()
            if (head is not None and (head.page is not None or head.others is not None)) or left <= 0:
                return _told(request, head, hub)
            if not await waiting.until(request, waiter.news, left):
                return _told(request, None, hub)


def _head(hub: Desk, party: Party, said: Wait, asked: Pull) -> Head | None:
    """What there is to tell by now; None for nothing."""
    with hub.store.read() as conn:
        page = conversation.pulled(conn, hub, party, asked)
        others = presence.others(conn, hub, party, said.looking)
    news = bool(page.rows or page.deleted or page.left or page.more or page.scopes is not None)
    came = others.sum != said.present
    if not news and not came:
        return None
    return Head(now=hub.now(), page=page if news else None, others=others if came else None)


def _told(request: Request, head: Head | None, hub: Hub) -> Response:
    return answer(head or Head(now=hub.now()), packed_for=request, media=MSGPACK)


def _asked(
    request: Request,
    ask: Callable[[Desk, Party, Any], msgspec.Struct],
    hub: Hub,
    who: Caller,
    said: object,
) -> Response:
    return answer(ask(desk_of(hub), _party(who), said), packed_for=request, media=MSGPACK)
