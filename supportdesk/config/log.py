"""Logging: one rotating file per profile that never holds a message body, a PIN or a key."""

from __future__ import annotations

import logging
import logging.handlers
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SUPPORT_CODE = re.compile(r"\b([A-Za-z][A-Za-z0-9]{1,20})[\s-]?\d{5}\b")
_KEY = re.compile(r"\b[0-9a-fA-F]{64}\b")


class Redacting(logging.Filter):
    """Takes support codes' PINs and anything that looks like a key out of a record before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; always keep it."""
        text = record.getMessage()
        record.msg = _KEY.sub("[key]", _SUPPORT_CODE.sub(r"\1·····", text))
        record.args = ()
        return True


def start_logging(folder: Path, *, level: int = logging.INFO) -> None:
    """Write the program's log to `folder`/desk.log: five files of 1 MB. An unwritable folder leaves no log."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "desk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Redacting())
    root = logging.getLogger("supportdesk")
    for old in root.handlers:
        old.close()
    root.handlers = [handler]
    root.setLevel(level)
