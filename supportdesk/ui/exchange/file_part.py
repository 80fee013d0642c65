"""The panel's line for files: how many are on their way, how much is left, how fast, and what they wait for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.state_words import megabytes
from supportdesk.ui.file_line import FilePhase, FileState
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.progress import Bar
from supportdesk.ui.widgets.texts import label

_MINUTE, _HOUR = 60, 3600


class FilePart(QWidget):
    """In view while files wait or are being sent."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = 0
        self.figures = label("", Type.BODY_NUMBERS, "text", wrap=True)
        self.state = label("", Type.META, "muted", wrap=True)
        self._bar = Bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.figures)
        column.addWidget(self._bar)
        column.addWidget(self.state)
        self.hide()

    def show_files(self, standing: Standing, state: FileState | None) -> None:
        """Show how the files stand."""
        sends = state is not None and state.phase is FilePhase.SENDING
        count, left = (
            (state.files, state.bytes_left)
            if state is not None and sends
            else (standing.files, standing.file_bytes)
        )
        self.setVisible(count > 0)
        # What is under way is measured against the most that there was.
        self._whole = max(self._whole, left) if count else 0
        if not count:
            return
        self.figures.setText(_figures(count, left, state if sends else None))
        self._bar.setVisible(sends)
        self._bar.show_share(1 - left / self._whole if self._whole else 0.0)
        self.state.setText(_state(standing, state))
        self.setAccessibleDescription(f"{self.figures.text()}. {self.state.text()}")


def _figures(count: int, left: int, sending: FileState | None) -> str:
    words = (
        QCoreApplication.translate("HubPanel", "Sending %n file(s), {size} left", None, count)
        if sending is not None
        else QCoreApplication.translate("HubPanel", "%n file(s) to be sent, {size}", None, count)
    )
    parts = [words.format(size=megabytes(left))]
    if sending is not None and sending.speed > 0:
        speed = QCoreApplication.translate("HubPanel", "{size} a second")
        parts.append(speed.format(size=megabytes(round(sending.speed))))
        parts.append(_time_left(sending.seconds_left or 0.0))
    return " · ".join(parts)


def _time_left(seconds: float) -> str:
    if seconds < _MINUTE:
        return QCoreApplication.translate("HubPanel", "less than a minute left")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return QCoreApplication.translate("HubPanel", "about %n minute(s) left", None, minutes)
    return QCoreApplication.translate("HubPanel", "about %n hour(s) left", None, round(seconds / _HOUR))


def _state(standing: Standing, state: FileState | None) -> str:
    """What files wait for, or that they are on their way."""
    if state is not None and state.phase is FilePhase.SENDING:
        return QCoreApplication.translate(
            "HubPanel", "You can work meanwhile; if it is cut off, it goes on where it was."
        )
    if standing.paused or (state is not None and state.phase is FilePhase.PAUSED):
        return QCoreApplication.translate("HubPanel", "Paused. What has gone need not be sent again.")
    if standing.waiting or (state is not None and state.phase is FilePhase.AFTER_TEXT):
        return QCoreApplication.translate(
            "HubPanel", "Files follow when everything that was written is sent."
        )
    if state is None or state.phase in {FilePhase.OFFLINE, FilePhase.SIGNED_OUT, FilePhase.STOPPED}:
        waits = QCoreApplication.translate(
            "HubPanel", "They go on where they were as soon as the hub can be reached."
        )
        stopped = state is not None and state.phase is FilePhase.STOPPED and state.trouble is not None
        return str(state.trouble) if stopped and state is not None else waits
    if not standing.attention:
        return QCoreApplication.translate("HubPanel", "Looking whether the hub has them.")
    return QCoreApplication.translate(
        "HubPanel", "Those that the hub did not take stand under “Needs your attention”."
    )
