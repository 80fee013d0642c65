"""Somebody at a desk who speaks to a hub that is a process of its own; what they say is each test's matter."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec
import requests

from supportdesk.protocol import codec
from tests.hub.hub_process import PASSWORD, Running


class Person:
    """The administrator, signed in on a device, over a new connection each time, so that any worker may have it.

    `address` is where the hub is to be found, which changes when it is started anew.
    """

    def __init__(self, hub: Running, device: str = "here") -> None:
        self.address = hub.address
        named = {"name": device, "platform": "test"}
        said = {"login": "amina@example.org", "password": PASSWORD, "device": named}
        told = requests.post(f"{hub.address}/auth/v1/login", json=said, timeout=30).json()
        self._token = told["tokens"]["access_token"]
        self._agent, self.device = told["agent"]["agent_id"], told["device_id"]

    def ask(self, route: str, message: dict[str, Any], kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
        """Send a message; RequestException where no answer comes."""
        answer = requests.post(
            f"{self.address}/sync/v1/{route}",
            data=msgspec.json.encode(message),
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": codec.JSON,
                "Connection": "close",
            },
            timeout=60,
        )
        assert answer.status_code == requests.codes.ok, answer.text
        return codec.decode(kind, answer.content, codec.MSGPACK)

    def new_product(self, n: int) -> dict[str, Any]:
        """The letter, with its number, that makes something everybody sees."""
        return {
            "n": n,
            "id": str(uuid4()),
            "root_entity": "product",
            "root_id": str(uuid4()),
            "kind": "append",
            "name": "product.add",
            "args": {"code": uuid4().hex[:12], "name": "Ledgerline"},
            "actor": self._agent,
            "at": datetime.now(UTC).isoformat(),
        }
