"""How soon the first window is there and what it holds in memory, beside a bare Qt window in the same run.

Run as `python -m tests.benchmarks.bench_start [--cases 100000] [--runs 7]`. Each start is a process of its own, and the
two kinds take turns. The desk's start ends when its window has been painted; a second figure, when the list is shown.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from supportdesk.config import settings
from supportdesk.config.paths import Profile
from tests.benchmarks.store_world import KEY, ME, world

_BARE = """
import time; start = time.perf_counter()
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print(json.dumps({"painted": time.perf_counter() - start, "pss": pss()})); app.quit()
def pss():
    return sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
app = QApplication(sys.argv)
window = Window(); window.resize(1440, 900); window.show(); app.exec()
"""

_DESK = """
import time; start = time.perf_counter()
import json, sys
from pathlib import Path
def pss():
    return sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Pss:"))
from supportdesk.app.binding import leave_sources_unread
leave_sources_unread()
folder, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
from PySide6.QtCore import QTimer
from supportdesk.app import window as opening
from supportdesk.config.paths import Profile
from supportdesk.config.settings import load
profile = Profile(folder)
application = opening.make_application(load(profile.settings).settings)
opening.speak(load(profile.settings).settings.language, folder / "translations")
found = {}
desk = opening.Start(profile)
def painted():
    found["painted"] = time.perf_counter() - start
    from supportdesk.app import bootstrap
    bootstrap._key = lambda *_: key
def look():
    window = desk.opening and desk.opening._desk and desk.opening._desk.window
    view = window and window.list_pane.view
    if view and window.list_pane.model.rowCount() and not hasattr(look, "shown"):
        look.shown = True
        found["listed"] = time.perf_counter() - start
        QTimer.singleShot(1500, finish)
def finish():
    found["pss"] = pss()
    print(json.dumps(found)); desk.frame.close(); application.quit()
desk.frame.first_painted.disconnect(desk.fill)
desk.frame.first_painted.connect(painted)
desk.frame.first_painted.connect(desk.fill)
timer = QTimer(); timer.timeout.connect(look); timer.start(5)
desk.frame.resize(1440, 900); desk.frame.show()
QTimer.singleShot(60000, application.quit)
application.exec()
"""


def _start(code: str, *arguments: str) -> dict[str, float]:
    # As on a person's computer, what was compiled once is not compiled again.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=False, timeout=120, env=kept,
    )  # fmt: skip
    if done.returncode or not done.stdout.strip():
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _make_profile(folder: Path, cases: int) -> None:
    """A profile over the benchmarks' big file; its key is handed to the desk by the benchmark, not by a keyring."""
    made = world(Path(tempfile.gettempdir()) / "supportdesk-bench", cases)
    made.store.close()
    profile = Profile(folder)
    source = made.store.path
    if source is None:
        raise SystemExit("the benchmark needs a file")
    shutil.copy(source, profile.database)
    settings.save(profile.settings, settings.Settings(actor=str(ME), first_run_done=True))


def main() -> None:
    """Build the file once, start both in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _make_profile(Path(folder), options.cases)
        bare, desk = [], []
        for _ in range(options.runs + 1):
            bare.append(_start(_BARE))
            desk.append(_start(_DESK, folder, KEY.hex()))
        bare, desk = bare[1:], desk[1:]
    floor = statistics.median(each["painted"] for each in bare)
    print(f"{options.runs} starts each, {options.cases:,} cases in the encrypted file; medians")
    print(f"{'':34}{'ms':>8}{'× bare':>9}")
    for name, values in (
        ("bare Qt window painted", [each["painted"] for each in bare]),
        ("desk: first window painted", [each["painted"] for each in desk]),
        ("desk: list of cases shown", [each["listed"] for each in desk]),
    ):
        middle = statistics.median(values)
        print(f"{name:34}{middle * 1000:8.0f}{middle / floor:9.2f}")
    for name, values in (
        ("bare Qt window, PSS MB", [each["pss"] / 1024 for each in bare]),
        ("desk with its list, PSS MB", [each["pss"] / 1024 for each in desk]),
    ):
        print(f"{name:34}{statistics.median(values):8.0f}")


if __name__ == "__main__":
    main()
