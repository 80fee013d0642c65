"""What a story's process does with its hands: waiting, clicking and typing in a real window, and its own network."""

from __future__ import annotations

import fcntl
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PATIENCE = 120.0
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1


def settle(until: Callable[[], bool], seconds: float = _PATIENCE) -> None:
    """Let the window live until something is so."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not come to be"
        QTest.qWait(20)


def press(button: QWidget) -> None:
    """Click in the middle, once it can be clicked."""
    settle(lambda: button.isVisible() and button.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(field: QWidget, text: str) -> None:
    """Type letter by letter, as a keyboard does."""
    settle(field.isVisible)
    field.setFocus()
    for letter in text:
        # QTest knows no letters beyond ASCII.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def reachable(port: int) -> bool:
    """Whether the hub, or anything beyond this machine, can be reached."""
    for address in (("127.0.0.1", port), ("192.0.2.1", 80)):
        with socket.socket() as line:
            line.settimeout(0.5)
            if line.connect_ex(address) == 0:
                return True
    return False


def raise_loopback() -> None:
    """Let a namespace without a network speak to itself."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh22x", b"lo", _IFF_UP)
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, request)


def lose_packets() -> bool:
    """Let three packets of ten be lost on loopback; False where this machine can't."""
    nft = shutil.which("nft")
    if nft is None:
        return False
    rules = """
        add table inet field
        add chain inet field coming { type filter hook input priority 0; }
        add rule inet field coming numgen random mod 100 < 30 drop
    """
    done = subprocess.run([nft, "-f", "-"], input=rules, capture_output=True, text=True, check=False)
    return done.returncode == 0
