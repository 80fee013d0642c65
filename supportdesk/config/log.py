"""Logging: one rotating file per profile that never holds a message body, a PIN or a key."""

from __future__ import annotations

import logging
import logging.handlers
import re
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import Any

_SUPPORT_CODE = re.compile(r"\b([A-Za-z][A-Za-z0-9]{1,20})[\s-]?\d{5}\b")
_KEY = re.compile(r"\b[0-9a-fA-F]{64}\b")
# What these say speaks of code. Others quote what they stumbled over, which may be a client's words.
_OF_CODE = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    RuntimeError,
    TypeError,
    ZeroDivisionError,
)
_LONGEST = 20_000


def redacted(text: str) -> str:
    """The text without support codes' PINs and without anything that looks like a key."""
    return _KEY.sub("[key]", _SUPPORT_CODE.sub(r"\1·····", text))


def traced(error: BaseException) -> str:
    """Where an exception comes from, with its causes before it, and nothing of the data it was about.

    Frames and lines of code are kept whole. Of what the exception says only that is kept which speaks of code.
    """
    parts: list[str] = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        frames = "".join(traceback.format_tb(each.__traceback__))
        parts.append(f"{frames}{type(each).__module__}.{type(each).__qualname__}{_words(each)}")
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    whole = redacted("\n\nand from that came:\n".join(reversed(parts)))
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST // 2]}\n[…]\n{whole[-_LONGEST // 2 :]}"


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {error.strerror}" if error.strerror else ""
    if isinstance(error, _OF_CODE):
        return f": {error}"
    code = getattr(getattr(error, "orig", error), "sqlite_errorname", None)
    return f": {code}" if code else ""


class Redacting(logging.Filter):
    """Takes support codes' PINs and anything that looks like a key out of a record before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; always keep it."""
        record.msg = redacted(record.getMessage())
        record.args = ()
        # Another handler may have written the exception as Python does, with all it says.
        record.exc_text = None
        return True


class _Traced(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802, ANN401 - the library's own name and form
        return traced(ei[1]) if ei[1] is not None else ""


class _Rotating(logging.handlers.RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        # Nothing waits in memory: what a full disk refuses is gone at once, and closing has nothing left to write.
        return TextIOWrapper(
            Path(self.baseFilename).open("ab", buffering=0), encoding="utf-8", write_through=True
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's own name
        """Do without what can't be written: a full disk must not stop what is being logged."""


def rotating_file(path: Path, *, size: int, kept: int) -> logging.Handler:
    """Writes to a file of `size` bytes, of which `kept` older ones stay; nowhere if the folder can't be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Rotating(
            path, maxBytes=size, backupCount=kept, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Traced("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Redacting())
    return handler


def start_logging(folder: Path, *, level: int = logging.INFO) -> None:
    """Write the program's log to `folder`/desk.log: five files of 1 MB. An unwritable folder leaves no log."""
    root = logging.getLogger("supportdesk")
    for old in root.handlers:
        old.close()
    root.handlers = [rotating_file(folder / "desk.log", size=1_000_000, kept=5)]
    root.setLevel(level)
