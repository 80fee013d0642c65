"""The hub's log: one JSON object a line on the error stream, never contents, tokens or values of a query."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from supportdesk.config.log import redacted, traced


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON; `extra={"fields": {…}}` gives it fields of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; of an exception only where it came from and what it says of code."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "of": record.name,
            "event": redacted(record.getMessage()),
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line |= fields
        if record.exc_info and record.exc_info[1] is not None:
            line["trace"] = traced(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def start_logging(level: str) -> None:
    """Let this process's log go to the error stream; `level` as the settings name it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in ("supportdesk", "uvicorn"):
        logging.getLogger(name).setLevel(level.upper())
