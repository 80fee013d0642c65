"""The import window: choose a file, correct its mapping, look at the preview, run with Cancel, read the report."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import QLineEdit

from supportdesk.domain.errors import KnownError
from supportdesk.services import importing
from supportdesk.services.importing import ImportMapping, ImportReport, Preview
from supportdesk.services.views import CaseQuery, Sort, ViewKind
from supportdesk.ui.import_window.drop_zone import local_files
from supportdesk.ui.import_window.file_dialogs import ask_for_export, ask_for_report
from supportdesk.ui.import_window.parts import ImportParts, Phase
from supportdesk.ui.import_window.previewing import Previewing
from supportdesk.ui.import_window.reading import ShownFile, open_to_show
from supportdesk.ui.import_window.report_file import report_text, save_report
from supportdesk.ui.import_window.words import expected, import_button, outcome
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from supportdesk.ui.pages import Shell

_PREVIEW_AFTER_MS = 400
_SIDE = 312


class _Steps(QObject):
    """Brings the progress of a run from its thread into the window's."""

    stepped = Signal(int)


class ImportDialog(Dialog):
    """Nothing is written before *Import*; what was written before a Cancel stays, and the next import goes on.

    `policy` is what the cases come under unless another is chosen. `closed` carries the ImportReport of a run.
    """

    _made = False  # a widget is hidden once before it is made

    def __init__(self, shell: Shell, *, policy: str | None = None) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Import", "Import cases"),
            QCoreApplication.translate("Import", "From another help desk; importing twice adds nothing."),
            side_width=_SIDE,
        )
        self._shell, self._policy = shell, policy
        self._shown: ShownFile | None = None
        self.mapping: ImportMapping | None = None
        self._path: Path | None = None
        self.stop = threading.Event()
        self._records = 0
        self._leaving = False
        self._previews = Previewing(shell.session, self)
        self._previews.found.connect(self._show_preview)
        self._previews.failed.connect(self._not_read)
        self.report: ImportReport | None = None
        self.steps = _Steps(self)
        self.steps.stepped.connect(self._show_step)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._ask_preview)
        self.setAcceptDrops(True)
        self._make_parts()
        self._turn(Phase.CHOOSING)
        self._made = True

    # ------------------------------------------------------------------ what others may do

    def choose(self, path: Path) -> None:
        """Look at this file."""
        self._path = path
        self.trouble.hide()
        self._read(policy=self._policy)

    def leave(self) -> None:
        """Close; a run is stopped first, and what it has written is told."""
        self._leaving = True
        if self.phase is Phase.RUNNING:
            self.stop.set()
        else:
            self.close_with(self.report)

    def close_with(self, result: object) -> None:
        super().close_with(result)
        self.deleteLater()

    def hideEvent(self, event: QHideEvent) -> None:
        # It may also be the window that closes: no run goes on that nobody can stop.
        super().hideEvent(event)
        if self._made:
            self._soon.stop()
            self._previews.forget()
            self.stop.set()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.phase in {Phase.CHOOSING, Phase.MAPPING} and local_files(event.mimeData()):
            event.acceptProposedAction()
            self.parts.zone.show_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.parts.zone.show_over(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.zone.show_over(over=False)
        files = local_files(event.mimeData())
        if files:
            self.choose(files[0])

    # ------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        parts = self.parts = ImportParts()
        self.trouble, self.form, self.progress, self.summary = (
            parts.trouble,
            parts.form,
            parts.progress,
            parts.summary,
        )
        self.kept = parts.kept
        self.body.addWidget(parts, 1)
        self.side.addWidget(parts.preview, 1)
        parts.zone.asked.connect(self._pick)
        parts.another.clicked.connect(self._pick)
        parts.policy.changed.connect(self._read_anew)
        parts.time_zone.control.editingFinished.connect(self._zone_given)
        parts.kept.changed.connect(self._use_kept)
        parts.form.changed.connect(self._corrected)
        parts.progress.cancelled.connect(self.stop.set)
        self._make_footer()

    def _make_footer(self) -> None:
        self.keep_name = QLineEdit()
        self.keep_name.setPlaceholderText(QCoreApplication.translate("Import", "Name of the mapping"))
        self.keep_name.setAccessibleName(self.keep_name.placeholderText())
        self.keep_name.setMinimumWidth(180)
        self.keep_name.returnPressed.connect(self._keep)
        self.keep = Button(QCoreApplication.translate("Import", "Keep mapping"))
        self.keep.clicked.connect(self._keep)
        self.copy = Button(QCoreApplication.translate("Import", "Copy report"), icon="copy-simple")
        self.copy.clicked.connect(self._copy_report)
        self.save_report = Button(QCoreApplication.translate("Import", "Save report…"))
        self.save_report.clicked.connect(self._ask_report_file)
        self.look = Button(QCoreApplication.translate("Import", "Show all cases"), large=True)
        self.look.clicked.connect(self._show_cases)
        self.primary = Button(import_button(0), ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(self._primary_clicked)
        for part in (self.keep_name, self.keep, self.copy, self.save_report):
            self.footer_start.addWidget(part)
        self.footer_end.addWidget(self.look)
        self.footer_end.addWidget(self.primary)

    def _turn(self, phase: Phase) -> None:
        """Show what belongs to this part of the way."""
        self.phase = phase
        mapping, over = phase is Phase.MAPPING, phase is Phase.REPORT
        self.parts.show_phase(phase)
        self.set_side_visible(visible=mapping)
        for part in (self.keep_name, self.keep):
            part.setVisible(mapping)
        listed = self.report is not None and bool(self.report.refused or self.report.differs)
        for part in (self.copy, self.save_report):
            part.setVisible(over and listed)
        self.look.setVisible(over and self.report is not None and self.report.new > 0)
        self.primary.setVisible(phase in {Phase.MAPPING, Phase.REPORT})
        if over:
            self.primary.setText(QCoreApplication.translate("Import", "Close"))
        self.primary.setEnabled(over)

    def _primary_clicked(self) -> None:
        if self.phase is Phase.REPORT:
            self.leave()
        else:
            self.run()

    # ------------------------------------------------------------------ choosing and mapping

    def _pick(self) -> None:
        ask_for_export(self, self._picked)

    def _picked(self, name: str) -> None:
        self.choose(Path(name))

    def _read(self, *, policy: str | None = None, zone: str | None = None) -> None:
        if self._path is None:
            return
        self._hold()
        self.summary.setText(QCoreApplication.translate("Import", "Reading the file…"))
        self._shell.session.ask(
            ("import file", id(self)), open_to_show, self._path,
            policy=policy, time_zone=zone, then=self._show_opened, failed=self._not_read,
        )  # fmt: skip

    def _read_anew(self, _value: object) -> None:
        self._read(policy=str(self.parts.policy.value()), zone=self.parts.time_zone.text() or None)

    def _zone_given(self) -> None:
        zone = self.parts.time_zone.text()
        if self.mapping is not None and zone != self.mapping.time_zone:
            self._corrected(replace(self.mapping, time_zone=zone))

    def _show_opened(self, shown: ShownFile) -> None:
        self._shown = shown
        self.trouble.hide()
        if self.phase is not Phase.MAPPING:
            self._turn(Phase.MAPPING)
            # What had the focus is gone; it must not go to the cross.
            self.parts.policy.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.show_file(shown)
        self._show_mapping(shown.opened.mapping)
        self._ask_preview()

    def _not_read(self, error: KnownError) -> None:
        self.summary.setText("")
        self._say_trouble(error)

    def _show_mapping(self, mapping: ImportMapping) -> None:
        self.mapping = mapping
        if self._shown is not None:
            self.form.show_mapping(self._shown, mapping)

    def _use_kept(self, name: object) -> None:
        if self._shown is not None:
            opened = self._shown.opened
            self._show_mapping(opened.kept.get(str(name), opened.mapping))
            self._ask_preview()

    def _corrected(self, mapping: ImportMapping) -> None:
        self.mapping = mapping
        self._hold()
        self._soon.start()

    def _hold(self) -> None:
        """Import nothing before it was previewed as it is wanted by now."""
        self._previews.overtake()
        self.primary.setEnabled(False)

    def _keep(self) -> None:
        name = self.keep_name.text().strip()
        if not name:
            self.keep_name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.mapping is not None:
            self._shell.session.do(
                importing.keep_mapping, name, self.mapping, then=self._was_kept, failed=self._say_trouble
            )

    def _was_kept(self, _nothing: object) -> None:
        self._shell.say(QCoreApplication.translate("Import", "The mapping was kept."), self.keep_name.text())

    # ------------------------------------------------------------------ preview

    def _ask_preview(self) -> None:
        if self._shown is None or self.mapping is None or self.phase is not Phase.MAPPING:
            return
        self._hold()
        self.parts.preview.wait()
        self._previews.ask(self._shown.opened.source, self.mapping)

    def _show_preview(self, found: Preview) -> None:
        if self.phase is not Phase.MAPPING or self._shown is None:
            return
        self.trouble.hide()
        self._records = found.cases + found.refused_count
        self.summary.setText(expected(found))
        ranks = {code: rank for rank, (code, _name) in enumerate(self._shown.opened.severities, 1)}
        self.parts.preview.show_preview(found, ranks, self._shell.session.now(), self._shell.zone)
        self.primary.setText(import_button(found.cases))
        self.primary.updateGeometry()
        self.primary.setEnabled(found.cases > 0)

    # ------------------------------------------------------------------ run and report

    def run(self) -> None:
        """Import what the preview showed."""
        if self._shown is None or self.mapping is None or self.phase is not Phase.MAPPING:
            return
        self.stop.clear()
        self._turn(Phase.RUNNING)
        self._show_step(0)
        cancel = self.progress.findChild(Button)
        if cancel is not None:
            cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        # On the read pool: each chunk is a transaction of its own, between which other acts find their place.
        self._shell.session.ask(
            None, importing.run_import, self._shown.opened.source, self.mapping,
            progress=self.steps.stepped.emit, cancelled=self.stop.is_set,
            then=self._finished, failed=self._failed,
        )  # fmt: skip

    def _show_step(self, done: int) -> None:
        text = QCoreApplication.translate("Import", "Importing {file}")
        name = self._path.name if self._path is not None else ""
        self.progress.show_step(text.format(file=name), done, max(self._records, done))

    def _finished(self, report: ImportReport) -> None:
        self.report = report
        self._shell.session.notifier.tell(report.changes)
        self.summary.setText(outcome(report))
        self.parts.report.show_report(report)
        self._turn(Phase.REPORT)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._leaving:
            self.close_with(report)

    def _failed(self, error: KnownError) -> None:
        self._leaving = False
        self._turn(Phase.MAPPING)
        self.primary.setEnabled(True)
        self._say_trouble(error)

    def _show_cases(self) -> None:
        self.leave()
        # What was imported may have been logged long ago; the latest touched first would not find it either.
        self._shell.show_list(CaseQuery(view=ViewKind.EVERYTHING, sort=Sort.NEWEST))

    def _copy_report(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(report_text(self.report))
            self.copy.setText(QCoreApplication.translate("Import", "Copied"))

    def _ask_report_file(self) -> None:
        ask_for_report(self, self.save_to)

    def save_to(self, name: str) -> None:
        """Write the report to a file and say so, or say why not."""
        if self.report is None:
            return
        try:
            save_report(Path(name), self.report)
        except KnownError as error:
            self._say_trouble(error)
            return
        self._shell.say(QCoreApplication.translate("Import", "The report was saved."), Path(name).name)

    def _say_trouble(self, error: KnownError) -> None:
        self.trouble.say(error.what, f"{error.meaning} {error.remedy}".strip())
        self.trouble.show()
