"""What those ask who look after a hub: whether it is well, and its figures; nothing about anybody's work."""

from __future__ import annotations

import ipaddress

from fastapi import APIRouter, Request, Response

from supportdesk import __version__
from supportdesk.hub.bodies import answer, speaks
from supportdesk.hub.callers import HubOf, address_of
from supportdesk.hub.figures import CONTENT_TYPE
from supportdesk.hub.problems import Refusal
from supportdesk.protocol.accounts import Health
from supportdesk.store import revision

router = APIRouter(tags=["health"])


@router.get("/health", **speaks(gives=Health, public=True))
def health(request: Request, hub: HubOf) -> Response:
    """Whether the hub can do its work: its database answers and has the schema of this program.

    It is well also while its bucket is away, which `files` says: text goes on, and files wait where they are.
    """
    with hub.store.read() as conn:
        found = revision.current(conn)
    if found != revision.HEAD:
        raise Refusal(503, "schema", f"The database has schema {found or 'none'}.", remedy="Run `hub init`.")
    files = request.app.state.wellness.told()
    return answer(Health(status="ok", version=__version__, schema=revision.HEAD, files=files))


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request, hub: HubOf) -> Response:
    """The figures, in Prometheus' text form."""
    readers = hub.settings.metrics
    if readers == "nobody" or (readers == "loopback" and not is_loopback(address_of(request))):
        raise Refusal(
            403, "forbidden", "The hub's figures are not for this address.", remedy="See `metrics`."
        )
    return Response(request.app.state.figures.text(), headers={"Content-Type": CONTENT_TYPE})


def is_loopback(address: str) -> bool:
    """Whether this is an address of the machine itself."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
