"""The binding leaves sources unread; seen from outside, as it lasts for the rest of a process."""

import subprocess
import sys

_PROGRAM = """
import linecache
if {spared}:
    from supportdesk.app.binding import leave_sources_unread
    leave_sources_unread()
from supportdesk.app.window import make_application
from supportdesk.config.settings import Settings
make_application(Settings())
import sqlalchemy
from PySide6.QtCore import QObject, Property, Signal
class Bell(QObject):
    rung = Signal(int)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
bell.rung.emit(3)
assert heard == [3]
print(sum(name.endswith(".py") for name in linecache.cache))
"""


def _sources_held(*, spared: bool) -> int:
    program = _PROGRAM.format(spared=spared)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_what_is_loaded_after_the_first_window_leaves_no_sources_in_memory() -> None:
    assert _sources_held(spared=True) == 0
    assert _sources_held(spared=False) > 50
