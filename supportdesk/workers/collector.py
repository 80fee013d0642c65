"""Collects Python's garbage in the window's thread alone; what is garbage is the language's business."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_EVERY_MS = 1_000
_YOUNGEST, _MIDDLE, _OLDEST = 700, 10, 10
_NAME = "supportdesk-collector"


class Collector(QObject):
    """Does at intervals what the interpreter would do by itself in whichever thread comes first.

    A widget or timer that dies with a cycle must die in the thread it belongs to: destroyed in another one, its
    timers stay registered, and the next of them to fire brings the program down.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due, by the interpreter's own measure."""
        youngest, middle, oldest = gc.get_count()
        if youngest <= _YOUNGEST:
            return
        if middle <= _MIDDLE:
            gc.collect(0)
        elif oldest <= _OLDEST:
            gc.collect(1)
        else:
            gc.collect()


def collect_in_this_thread() -> None:
    """From now on collect garbage in this thread, which is the application's; may be called again."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(QObject, _NAME) is None:
        # What was loaded until now stays for good; looking through it again and again would only cost time.
        gc.freeze()
        Collector(application)
