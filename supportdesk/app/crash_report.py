"""What nobody expected: writes it down without anything of the cases, and has it told calmly while the desk goes on.

Two files beside the log: `crashes.log` holds exceptions, `hard-crash.log` the stacks of a program that was struck down.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QCoreApplication, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from supportdesk import __version__
from supportdesk.domain.errors import KnownError
from supportdesk.workers.faults import Fault

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

_LOG = logging.getLogger(__name__)
_QT = logging.getLogger("supportdesk.qt")
_REPORTS = logging.getLogger("supportdesk.crashes")
_SIZE, _KEPT = 500_000, 3
# Files and systems are needed once something breaks, not before the first window.
# ruff: noqa: PLC0415
# A fault in painting comes with each frame; once in so many seconds says as much.
_SAME_AGAIN_SECONDS = 10.0
_LONGEST_OF_QT = 500


class CrashReport(QObject):
    """`told` carries the KnownError to show, from whichever thread the exception came."""

    told = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file, self.hard_file = folder / "crashes.log", folder / "hard-crash.log"
        self._seen: dict[str, float] = {}
        self._one, self._opening = threading.Lock(), threading.Lock()
        self._broke_off: Path | None = None
        self._handler: logging.Handler | None = None

    def record(self, error: BaseException) -> KnownError:
        """Write an exception down and give what to tell of it."""
        self._write(error)
        return _fault(str(self.file) if self.file.exists() else "")

    def note(self, error: BaseException) -> None:
        """Write down an exception that nobody took, and have it told; the same one only now and then."""
        with self._one:
            place = _place(error)
            now = time.monotonic()
            if now - self._seen.get(place, -_SAME_AGAIN_SECONDS) < _SAME_AGAIN_SECONDS:
                return
            self._seen[place] = now
        known = self.record(error)
        if sys.stderr is not None:
            from supportdesk.config.log import traced

            with suppress(OSError, ValueError):
                print(traced(error), file=sys.stderr)
        self.told.emit(known)

    def look_back(self) -> None:
        """Put aside what a hard crash of the program before this one has left."""
        kept = self.hard_file.with_name("hard-crash-last.log")
        with suppress(OSError):
            if self.hard_file.stat().st_size:
                self.hard_file.replace(kept)
                self._broke_off = kept

    def last_end(self) -> KnownError | None:
        """What to tell, once, of a hard crash of the program before this one."""
        kept, self._broke_off = self._broke_off, None
        if kept is None:
            return None
        return KnownError(
            QCoreApplication.translate("Faults", "Support Desk broke off the last time."),
            QCoreApplication.translate(
                "Faults", "What you had typed until a moment before is kept as a draft."
            ),
            QCoreApplication.translate(
                "Faults", "The report is in {file} on this computer; it holds nothing of the cases."
            ).format(file=kept),
        )

    def close(self) -> None:
        """Close the file of the reports."""
        handler, self._handler = self._handler, None
        if handler is not None:
            _REPORTS.removeHandler(handler)
            handler.close()

    def _write(self, error: BaseException) -> None:
        import platform

        from supportdesk.config.log import rotating_file, traced

        with self._opening:
            if self._handler is None:
                self._handler = rotating_file(self.file, size=_SIZE, kept=_KEPT)
                _REPORTS.addHandler(self._handler)
        _REPORTS.critical(
            "%s\nSupport Desk %s, Python %s, Qt %s, %s, thread %s\n%s\n",
            type(error).__qualname__,
            __version__,
            platform.python_version(),
            qVersion(),
            platform.platform(),
            threading.current_thread().name,
            traced(error),
        )


@contextmanager
def watching(report: CrashReport) -> Iterator[None]:
    """Have everything unexpected reported until the block ends: in the window, in a thread, in Qt, and hard crashes."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    report.look_back()
    hard = _opened(report.hard_file)
    if hard is not None:
        faulthandler.enable(hard)
    sys.excepthook = _Hooks(report).in_window
    threading.excepthook = _Hooks(report).in_thread
    sys.unraisablehook = _unraisable
    qInstallMessageHandler(_qt_message)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        if hard is not None:
            faulthandler.disable()
            hard.close()
        report.close()


class _Hooks:
    """What Python calls, in its own form."""

    def __init__(self, report: CrashReport) -> None:
        self._report = report

    def in_window(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._report.note(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self._report.note(arguments.exc_value)


def _unraisable(found: sys.UnraisableHookArgs) -> None:
    if found.exc_value is not None:
        from supportdesk.config.log import traced

        _LOG.error("an exception that nobody could take:\n%s", traced(found.exc_value))


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    said = (text or "")[:_LONGEST_OF_QT]
    if kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        _QT.debug("%s", said)
        return
    _QT.log(logging.WARNING if kind is QtMsgType.QtWarningMsg else logging.ERROR, "%s", said)
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(said, file=sys.stderr)


def _opened(path: Path) -> TextIO | None:
    """The file for the stacks of a hard crash: opened now, as nothing can be opened then."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a", encoding="utf-8")
    except OSError:
        return None


def _fault(report: str) -> Fault:
    """What to say of a bug; `report` is the file that tells more, where there is one."""
    remedy = QCoreApplication.translate("Faults", "Try again, or start the desk anew.")
    if report:
        where = QCoreApplication.translate(
            "Faults", "The report is in {file} on this computer; it holds nothing of the cases."
        )
        remedy = f"{remedy} {where.format(file=report)}"
    return Fault(
        QCoreApplication.translate("Faults", "That didn't work, because of a fault in this program."),
        QCoreApplication.translate(
            "Faults", "What you typed is kept as a draft, and what was saved before is safe."
        ),
        remedy,
    )


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
    return f"{type(error).__qualname__} {where}"
