"""What somebody at a desk says to a hub over HTTP, letter by letter; what they may is the tests' matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from fastapi.testclient import TestClient

from supportdesk.protocol import codec
from supportdesk.protocol.messages import Answer, Pushed


@dataclass
class Sender:
    """Somebody who is signed in on a device, and counts what they send."""

    client: TestClient
    agent: UUID
    device: UUID
    at: datetime
    sent: int = field(default=0)

    def letter(self, name: str, root: UUID, args: object = None, **more: object) -> dict[str, Any]:
        """An operation as it travels; `more` puts other values in the place of good ones."""
        self.sent += 1
        return {
            "n": self.sent,
            "id": str(UUID(int=self.device.int ^ self.sent << 40)),
            "root_entity": "case",
            "root_id": str(root),
            "kind": "append",
            "name": name,
            "args": {} if args is None else args,
            "actor": str(self.agent),
            "at": self.at.isoformat(),
            **more,
        }

    def note(self, case_id: UUID, body: str = "Seen.", **more: object) -> dict[str, Any]:
        """A note on a case."""
        return self.letter("case.note", case_id, {"body": body, "files": []}, **more)

    def push(self, *letters: dict[str, Any]) -> list[Answer]:
        """Send them, and have them answered one by one."""
        answer = self.post({"device": str(self.device), "letters": list(letters)})
        assert answer.status_code == 200, answer.text
        return codec.decode(Pushed, answer.content, codec.MSGPACK).answers

    def post(self, said: object, route: str = "/sync/v1/push") -> Any:  # noqa: ANN401 - an answer of the test client
        """Send a message as it is."""
        content = said if isinstance(said, bytes) else msgspec.json.encode(said)
        return self.client.post(route, content=content, headers={"Content-Type": "application/json"})
