"""The app: every router of the hub put together, with errors, limits and its description; no route lives here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from supportdesk import __version__
from supportdesk.hub import (
    admin_routes,
    auth_routes,
    collecting,
    file_routes,
    health_routes,
    problems,
    sync_routes,
)
from supportdesk.hub.bodies import COMPONENTS
from supportdesk.hub.duties import Duties
from supportdesk.hub.figures import Figures
from supportdesk.hub.herald import Herald
from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import Wellness
from supportdesk.hub.watching import Watch

_ROUTERS: tuple[APIRouter, ...] = (
    health_routes.router,
    auth_routes.router,
    admin_routes.router,
    sync_routes.router,
    file_routes.router,
)
_SPARE_THREADS = 2
_FILES_ENDED_AT_ONCE = 4


Living = Callable[[asyncio.Event], AbstractAsyncContextManager[None]]
"""What goes on while the app runs; it gets the event by which the app is told to stop."""


def create_app(
    hub: Hub, *, living: Living | None = None, at_end: Callable[[], None] | None = None
) -> FastAPI:
    """Make the app that answers for a hub; `at_end` is called once it has stopped.

    `app.state.hub` is the hub, `app.state.figures` what is counted; `app.state.stopping` an asyncio.Event that is set
    when the hub is to stop, so that whatever waits on behalf of a client (see `waiting`) answers at once.
    """
    stopping = asyncio.Event()
    figures = Figures(hub)
    herald = Herald(hub)
    duties = Duties(
        sync_routes.desk_of(hub),
        herald,
        figures,
        house=lambda: collecting.collect(hub),
        each_turn=lambda: collecting.take_erased(hub),
    )

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = hub.threads + _SPARE_THREADS
        async with (
            living(stopping) if living is not None else nullcontext(),
            herald.at_work(),
            duties.at_work(),
        ):
            yield
        if at_end is not None:
            at_end()

    app = FastAPI(
        title="Support Desk hub",
        version=__version__,
        # Nothing here is meant for a browser.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=life,
    )
    app.state.hub = hub
    app.state.stopping = stopping
    app.state.figures = figures
    app.state.herald = herald
    app.state.duties = duties
    app.state.wellness = Wellness(hub)
    app.state.ending = CapacityLimiter(_FILES_ENDED_AT_ONCE)
    for router in _ROUTERS:
        app.include_router(router)
    problems.answer_errors(app)
    app.add_middleware(Watch, note=figures.note, incident=lambda: str(hub.new_id()))
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]  # FastAPI's own way to say more
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The app's OpenAPI, with the messages' schemas gathered from the routes that speak them."""
    if app.openapi_schema:
        return app.openapi_schema
    described = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schemas: dict[str, Any] = {}
    for operations in described["paths"].values():
        for operation in operations.values():
            schemas |= operation.pop(COMPONENTS, {})
    described["components"] = {
        "schemas": schemas,
        "securitySchemes": {"access_token": {"type": "http", "scheme": "bearer"}},
    }
    app.openapi_schema = described
    return described
