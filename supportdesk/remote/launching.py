"""Starts what was planned, without a shell and without waiting; what to start is decided elsewhere."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_plan import OpenLink, Plan
from supportdesk.remote.templates import SCHEMES, scheme
from supportdesk.remote.tool import Tool

# Where a packed program looks for its own Qt and libraries; a tool would load those instead of its own.
_OWN_TO_A_PACKED_PROGRAM = (
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QML2_IMPORT_PATH",
    "QML_IMPORT_PATH",
)
_PACKERS_OWN = ("_PYI_", "_MEIPASS2")
_ORIGINAL = "_ORIG"
_LIBRARIES = ("LD_LIBRARY_PATH", "LIBPATH", "DYLD_LIBRARY_PATH")


class Failure(StrEnum):
    """Why a tool didn't start, for a screen that says it in another language."""

    LINK = "link"
    GONE = "gone"
    NOT_ALLOWED = "not_allowed"
    SYSTEM = "system"


class NotStarted(KnownError):
    """The tool was planned but didn't start; `said` is what the system gave as its reason, "" where it gave none."""

    def __init__(self, failure: Failure, what: str, meaning: str, remedy: str, *, said: str = "") -> None:
        super().__init__(what, meaning, remedy)
        self.failure = failure
        self.said = said


def _search_libraries_in(folder: str | None) -> None:
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetDllDirectoryW(folder)


@dataclass(frozen=True, slots=True)
class Packing:
    """How this program is packed. `folder` is that of a packed program, None for one run from source.

    `search_libraries_in` tells Windows where else to look for libraries; programs started from here inherit it.
    """

    folder: str | None = None
    search_libraries_in: Callable[[str | None], None] = _search_libraries_in


def this_packing() -> Packing:
    """How the running program is packed."""
    folder = getattr(sys, "_MEIPASS", None)
    return Packing(folder if isinstance(folder, str) else None)


def start_detached(
    argv: Sequence[str], environment: Mapping[str, str], folder: Path
) -> subprocess.Popen[bytes]:
    """Start a program by its list of arguments, with nothing to read from or write to, and no shell. Raises OSError."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(  # noqa: S603 - a list from a plan, whose program is a whole path that was found
        list(argv),
        shell=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=True,
        # Closing the desk, or the terminal it was started from, leaves a running session alone.
        start_new_session=True,
        creationflags=flags,
        cwd=folder,
        env=dict(environment),
    )


Starter = Callable[[Sequence[str], Mapping[str, str], Path], "subprocess.Popen[bytes]"]


@dataclass(slots=True)
class Launcher:
    """Starts programs and opens links. `open_link` hands a link to the system and tells whether it took it."""

    open_link: Callable[[str], bool]
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    packing: Packing = field(default_factory=this_packing)
    start: Starter = start_detached
    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def launch(self, tool: Tool, plan: Plan) -> None:
        """Start or open what was planned; returns at once.

        That it returns tells nothing of the session: most tools hand the request to a running program and end.
        Raises NotStarted.
        """
        self.running()
        if isinstance(plan, OpenLink):
            self._open(tool, plan.url)
        else:
            self._start(tool, plan.argv)

    def running(self) -> int:
        """How many of the started programs still run. The system keeps those that ended until somebody asks."""
        self._started = [each for each in self._started if each.poll() is None]
        return len(self._started)

    def _open(self, tool: Tool, url: str) -> None:
        if scheme(url) not in SCHEMES or not self.open_link(url):
            raise NotStarted(
                Failure.LINK,
                f"The link for {tool.name} could not be opened.",
                "No session was begun.",
                "Check that this computer has a program for such links, or copy the ID and start the tool yourself.",
            )

    def _start(self, tool: Tool, argv: tuple[str, ...]) -> None:
        program = Path(argv[0])
        if not program.is_absolute() or not program.exists():
            raise NotStarted(
                Failure.GONE,
                f"{tool.name} is no longer where it was found.",
                "No session was begun.",
                "Install it again, or choose the program.",
            )
        if not program.is_file() or not os.access(program, os.X_OK):
            raise _not_executable(tool)
        try:
            with self._without_own_libraries():
                self._started.append(self.start(argv, self._clean(), program.parent))
        except PermissionError as error:
            raise _not_executable(tool) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "the system refused it"
            raise NotStarted(
                Failure.SYSTEM,
                f"{tool.name} could not be started.",
                f"The system says: {reason}. No session was begun.",
                "Start it once by hand, or copy the ID and use the web version.",
                said=reason,
            ) from error

    @contextmanager
    def _without_own_libraries(self) -> Iterator[None]:
        if self.packing.folder is None:
            yield
            return
        self.packing.search_libraries_in(None)
        try:
            yield
        finally:
            # The desk itself may still load something of its own.
            self.packing.search_libraries_in(self.packing.folder)

    def _clean(self) -> dict[str, str]:
        """The environment the desk was started in, before the packed program changed it for itself."""
        clean = dict(self.environment)
        if self.packing.folder is None:
            return clean
        for name in _LIBRARIES:
            original = clean.pop(f"{name}{_ORIGINAL}", None)
            clean.pop(name, None)
            if original:
                clean[name] = original
        for name in list(clean):
            if name in _OWN_TO_A_PACKED_PROGRAM or name.startswith(_PACKERS_OWN):
                del clean[name]
        return clean


def _not_executable(tool: Tool) -> NotStarted:
    return NotStarted(
        Failure.NOT_ALLOWED,
        f"{tool.name} was found but may not be run.",
        "No session was begun.",
        "Ask whoever looks after this computer to allow it, or choose another program.",
    )
