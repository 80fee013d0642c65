"""Every route, asked as its own description allows and as it does not: no answer is a bug, every one is described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import hypothesis
import pytest
import schemathesis
from schemathesis import GenerationMode
from schemathesis.python.asgi import shutdown_lifespans
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from supportdesk.hub import sessions
from supportdesk.hub.app import create_app
from tests.hub.conftest import World, open_world, settings_for

CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


EXAMPLES = 15

# The bytes of a file, as tus sends them.
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")


def fresh_token(world: World, device_id: UUID) -> str:
    """A new session each time: some requests end theirs, and time goes on so that no throttle hides the rest."""
    world.clock.pass_(hours=7)
    with world.hub.store.write() as conn:
        return sessions.begin(world.hub, conn, world.chief.id, device_id).access_token


@contextmanager
def ended_lives() -> Iterator[None]:
    """End the lives of the apps that were asked in the block: what they do by themselves needs the database."""
    try:
        yield
    finally:
        shutdown_lifespans()


# That they were seen shows that the fuzz got past the door, and that what is wrong was told as such.
SEEN = {GenerationMode.POSITIVE: {200, 201, 204, 404}, GenerationMode.NEGATIVE: {422}}


@pytest.mark.slow
@pytest.mark.parametrize("mode", GenerationMode)
def test_no_request_finds_a_bug(database: str, mode: GenerationMode) -> None:
    with open_world(settings_for(database)) as world, ended_lives():
        device_id = UUID(world.signed_in()[1]["device_id"])
        app = create_app(world.hub)
        # Who waits for news is answered at once, as when the hub stops.
        app.state.stopping.set()
        described = schemathesis.openapi.from_asgi("/openapi.json", app)
        statuses: Counter[int] = Counter()

        def ask(case: schemathesis.Case[Any]) -> None:
            answer = case.call(headers={"Authorization": f"Bearer {fresh_token(world, device_id)}"})
            statuses[answer.status_code] += 1
            # Nobody with a good token is taken for a stranger; among what is wrong the token may be.
            stranger = answer.status_code == 401 and not case.operation.path.startswith("/auth/")
            assert not stranger or mode is GenerationMode.NEGATIVE
            case.validate_response(answer, checks=CHECKS)

        for found in described.get_all_operations():
            operation: Any = found.ok()  # type: ignore[union-attr]  # a description that is wrong ends the test here
            if mode is GenerationMode.NEGATIVE and not (operation.body or operation.path_parameters):
                continue  # there is nothing in it that could be wrong
            fuzz = hypothesis.given(case=operation.as_strategy(generation_mode=mode))(ask)
            hypothesis.settings(max_examples=EXAMPLES, suppress_health_check=list(hypothesis.HealthCheck))(
                fuzz
            )()
        assert SEEN[mode] <= set(statuses)
