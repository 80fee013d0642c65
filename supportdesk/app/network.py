"""What the system says of its network: whether there is one, and that it has come back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

_REACHABILITY = QNetworkInformation.Reachability


def online() -> bool | None:
    """Whether the system says that it has a network; None where it doesn't say."""
    told = _information()
    if told is None or told.reachability() == _REACHABILITY.Unknown:
        return None
    return told.reachability() != _REACHABILITY.Disconnected


class Network(QObject):
    """`returned` comes once there is a network again; never where the system doesn't tell of it."""

    returned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was = _REACHABILITY.Unknown
        told = _information()
        if told is not None:
            self._was = told.reachability()
            told.reachabilityChanged.connect(self.take)

    def take(self, reached: QNetworkInformation.Reachability) -> None:
        """Take in what the system says now."""
        before, self._was = self._was, reached
        if before == _REACHABILITY.Disconnected and reached not in {
            _REACHABILITY.Disconnected,
            _REACHABILITY.Unknown,
        }:
            self.returned.emit()


def _information() -> QNetworkInformation | None:
    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
        return None
    return QNetworkInformation.instance()
