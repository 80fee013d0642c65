"""What the system says of its network: that it came back is told once, and only where it was away."""

from __future__ import annotations

from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QApplication

from supportdesk.app.network import Network

AWAY, SITE = QNetworkInformation.Reachability.Disconnected, QNetworkInformation.Reachability.Site
ONLINE, UNKNOWN = QNetworkInformation.Reachability.Online, QNetworkInformation.Reachability.Unknown


def test_that_the_network_came_back_is_told_once(qapp: QApplication) -> None:
    network, told = Network(), []
    network.returned.connect(lambda: told.append(1))
    for reached in (ONLINE, AWAY, AWAY, SITE, ONLINE):
        network.take(reached)
    assert told == [1]


def test_what_nobody_knows_is_no_news(qapp: QApplication) -> None:
    network, told = Network(), []
    network.returned.connect(lambda: told.append(1))
    for reached in (UNKNOWN, ONLINE, AWAY, UNKNOWN, ONLINE):
        network.take(reached)
    assert told == []
