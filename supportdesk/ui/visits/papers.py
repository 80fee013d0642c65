"""The papers of the report in view: its preview, and the PDF that is made when the visit is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import visit_papers
from supportdesk.ui.visits.preview import PreviewDialog

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.editor_frame import EditorFrame
    from supportdesk.workers.paper_press import KeptPdf, PaperPress


class Papers(QObject):
    """What `frame` shows and does of papers, which are made off the window's thread; without a press there are none.

    `asked` comes before a preview, so that what is typed is saved first; `made` when a PDF is attached.
    """

    asked = Signal()
    made = Signal()

    def __init__(self, frame: EditorFrame, shell: Shell, press: PaperPress | None) -> None:
        super().__init__(frame)
        self._frame, self._shell, self._press = frame, shell, press
        self._busy: dict[UUID, _Making] = {}
        self._view: VisitView | None = None
        self.dialog: PreviewDialog | None = None
        frame.head.preview.setVisible(press is not None)
        frame.head.preview.clicked.connect(self.preview)
        frame.paper_line.opened.connect(self.preview)
        frame.paper_line.making.connect(self._make_now)

    def show_visit(self, view: VisitView) -> None:
        """Say what there is of a visit's papers, and what its revision changed."""
        self._view = view
        frame, me = self._frame, self._shell.session.desk.actor
        frame.paper_line.show_visit(view, me if self._press is not None else None, busy=view.id in self._busy)
        frame.changes.show_changes(view.changes, view.revision, self._shell.zone)

    def preview(self) -> None:
        """Show the report as it would be printed."""
        if self._press is not None and self._view is not None:
            self.asked.emit()
            self._shell.session.do(_settled, then=self._open)

    def make(self, visit_id: UUID) -> None:
        """Make the PDF of a visit that is finished, and attach it."""
        if self._press is None or visit_id in self._busy:
            return
        making = _Making(self._shell, self._press, visit_id, self)
        making.ended.connect(self._ended)
        self._busy[visit_id] = making
        making.begin()

    def _open(self, _done: object) -> None:
        if self._press is not None and self._view is not None and self.dialog is None:
            self.dialog = PreviewDialog(self._shell, self._press, self._view)
            self.dialog.closed.connect(self._closed)
            self.dialog.open()

    def _closed(self, _result: object) -> None:
        self.dialog = None

    def _make_now(self) -> None:
        if self._view is not None:
            self._frame.drop_refusal()
            self.make(self._view.id)
            self.show_visit(self._view)

    def _ended(self, visit_id: UUID, error: KnownError | None) -> None:
        self._busy.pop(visit_id).deleteLater()
        if error is None:
            self.made.emit()
        elif self._view is not None and self._view.id == visit_id:
            # The visit is finished all the same; the line below the head says so, and offers to make it again.
            self._frame.refuse(error)
            self.made.emit()
        else:
            self._shell.refuse(error)


class _Making(QObject):
    """One PDF being made, then attached; `ended` carries the visit and why it failed, or None."""

    ended = Signal(object, object)

    def __init__(self, shell: Shell, press: PaperPress, visit_id: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._press, self._visit_id = shell.session, press, visit_id

    def begin(self) -> None:
        """Make it on the read pool, so that no other act waits for it."""
        self._session.ask(None, self._press.keep, self._visit_id, then=self._kept, failed=self._failed)

    def _kept(self, pdf: KeptPdf) -> None:
        # While the desk is being closed nothing is taken any more; the PDF is made when somebody asks for it then.
        if self._session.takes_acts:
            self._session.do(_attach, pdf, then=self._attached, failed=self._failed)

    def _attached(self, _done: Done) -> None:
        self.ended.emit(self._visit_id, None)

    def _failed(self, error: KnownError) -> None:
        self.ended.emit(self._visit_id, error)


def _attach(desk: Desk, pdf: KeptPdf) -> Done:
    return visit_papers.attach_report(
        desk, pdf.visit_id, pdf.file, revision=pdf.revision, language=pdf.language
    )


def _settled(_desk: Desk) -> None:
    """On the write lane: whatever was to be saved before is saved by now."""
