"""A case pane with remote-session tools: real stand-ins on a made-up computer; nothing is proved here."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from supportdesk.remote.catalogue import load_catalogue
from supportdesk.remote.launching import Launcher, Packing, start_detached
from supportdesk.remote.toolbox import Toolbox
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details
from supportdesk.services.views import TimelineItem
from supportdesk.ui.pages import CaseRoom
from supportdesk.ui.remote.desk import RemoteDesk
from supportdesk.ui.remote.start_popover import StartPopover
from tests.remote.stand_ins import linux
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Pane, Until
from tests.ui.stage import open_stage

ISOLATED = str.maketrans("", "", "\u2066\u2068\u2069")


@dataclass
class Computer:
    """The tools of a Linux computer whose file system begins in a folder of the test."""

    root: Path
    opened: list[str] = field(default_factory=list)
    kept: list[dict[str, str]] = field(default_factory=list)
    network: bool | None = True
    takes_links: bool = True
    toolbox: Toolbox = field(init=False)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.toolbox = Toolbox(
            load_catalogue(),
            linux(self.root),
            Launcher(self._open, packing=Packing(), start=self._start),
            keep=self.kept.append,
            online=lambda: self.network,
        )

    @property
    def teamviewer(self) -> Path:
        """Where TeamViewer lies, if it does."""
        return self.root / "usr/bin/teamviewer"

    def wait(self) -> None:
        """Let every program that was started come to its end."""
        for process in self._processes:
            process.wait(timeout=30)

    def _start(
        self, argv: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> subprocess.Popen[bytes]:
        self._processes.append(start_detached(argv, environment, folder))
        return self._processes[-1]

    def _open(self, link: str) -> bool:
        self.opened.append(link)
        return self.takes_links


class RemotePane(Pane):
    """A case pane that sessions can be begun from."""

    computer: Computer
    settle: Until

    @property
    def remote(self) -> RemoteDesk:
        return self.view.remote

    def prepare(self) -> StartPopover:
        """Open the popover, and wait until the tool was looked for."""
        self.remote.start()
        self.settle(lambda: self.remote.popover is not None)
        popover = self.remote.popover
        assert popover is not None
        self.settle(lambda: popover.found is not None)
        return popover

    def sessions(self) -> list[TimelineItem]:
        """The lines of remote sessions, as the database has them."""
        items = details.timeline(self.world.desk, self.case).items
        return [item for item in items if item.kind == "remote_session"]

    def come_back(self, **after: float) -> None:
        """Return to the window after some time."""
        self.world.later(**after)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


@contextmanager
def open_remote_pane(
    world: World, folder: Path, settle: Until, case: Callable[[RemotePane], object] = lambda _pane: None
) -> Iterator[RemotePane]:
    """A pane beside the list; `case` may make another than the usual case and name it."""

    def desk() -> Desk:
        return world.desk

    computer = Computer(folder / "computer")
    with open_stage((790, 841), desk, lambda: world.now) as stage:
        settle(lambda: stage.session.is_open)
        made = RemotePane(world, stage, FileShelf(folder / "files"), tools=lambda: computer.toolbox)
        made.computer, made.settle = computer, settle
        case(made)
        made.view.fit(CaseRoom(beside=True, low=False))
        made.view.show_case(made.case)
        settle(lambda: bool(made.view.timeline.rows) and made.remote.ready)
        settle(lambda: made.view.acts.case is not None and made.view.drafts.whole)
        yield made
        made.view.hide()
    computer.wait()


def plain(text: str) -> str:
    """The text without the marks that keep directions apart."""
    return text.translate(ISOLATED)


def begin(pane: RemotePane, typed: str = "602 724 282") -> None:
    """Start TeamViewer from the case."""
    popover = pane.prepare()
    popover.form.fields["id"].control.setText(typed)
    popover.form.fields["id"].control.textEdited.emit(typed)
    popover.submit()
