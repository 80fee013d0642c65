"""A window on a real X server: the packages named for Debian suffice; what screens look like is tested elsewhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.show()
poll = QTimer()
poll.timeout.connect(lambda: window.windowHandle().isExposed() and app.quit())
poll.start(10)
QTimer.singleShot(30_000, lambda: app.exit(1))
code = app.exec()
print(app.platformName())
sys.exit(code)
"""


@pytest.fixture
def x_display() -> Iterator[str]:
    """The name of an X server's display that lives as long as the test."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        yield f":{number}"
        server.terminate()


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_window_shows_on_x11(x_display: str) -> None:
    environment = os.environ | {"DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "xcb"), done.stderr
