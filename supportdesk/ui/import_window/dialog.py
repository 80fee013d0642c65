"""The import window: choose a file, correct its mapping, look at the preview, run with Cancel, read the report."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSaveFile, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from supportdesk.services import importing
from supportdesk.services.importing import ImportMapping, ImportReport, Preview
from supportdesk.services.importing.opening import OpenedFile, open_file
from supportdesk.ui.import_window.lines import Lines
from supportdesk.ui.import_window.mapping_form import MappingForm
from supportdesk.ui.import_window.report_file import report_bytes
from supportdesk.ui.import_window.words import (
    cases_found,
    import_button,
    outcome,
    refusal,
    rows_refused,
    target_name,
)
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.fields import Choice, Field
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.progress import Progress
from supportdesk.ui.widgets.texts import ElidedLabel, Line, label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell

_SHOWN = 8
_PREVIEW_AFTER_MS = 400


class _Steps(QObject):
    """Brings the progress of a run from its thread into the window's."""

    stepped = Signal(int)


class ImportDialog(Dialog):
    """Nothing is written before *Import*; what was written before a Cancel stays, and the next import goes on.

    `policy` is what the cases come under unless another is chosen. `closed` carries the ImportReport of a run.
    """

    def __init__(self, shell: Shell, *, policy: str | None = None) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Import", "Import cases"),
            QCoreApplication.translate(
                "Import", "From another help desk's export; importing twice adds nothing."
            ),
        )
        self._shell, self._policy = shell, policy
        self._opened: OpenedFile | None = None
        self.mapping: ImportMapping | None = None
        self._path: Path | None = None
        self.stop = threading.Event()
        self._running = False
        self._cases = 0
        self.report: ImportReport | None = None
        self.steps = _Steps(self)
        self.steps.stepped.connect(self._show_step)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._ask_preview)
        self.setAcceptDrops(True)
        self._make_parts()

    # ------------------------------------------------------------------ what others may do

    def choose(self, path: Path) -> None:
        """Look at this file."""
        self._path = path
        self.trouble.hide()
        self.file_name.setText(path.name)
        self._read(policy=self._policy)

    def leave(self) -> None:
        """Close; a run is stopped and keeps what it has written."""
        self.stop.set()
        self.close_with(self.report)

    def close_with(self, result: object) -> None:
        super().close_with(result)
        self.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.choose(files[0])

    # ------------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        self.trouble = Banner(MessageKind.ERROR, closable=True)
        self.trouble.hide()
        self.pick = Button(QCoreApplication.translate("Import", "Choose a file…"))
        self.pick.clicked.connect(self._pick)
        self.file_name = ElidedLabel(
            QCoreApplication.translate("Import", "or drop one here – CSV, JSON, also packed as gz or zip"),
            Type.BODY,
            "muted",
        )
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.pick)
        top.addWidget(self.file_name, 1)
        self.policy = Choice(QCoreApplication.translate("Import", "The cases come under"))
        self.policy.changed.connect(self._read_anew)
        self.zone = Field(
            QCoreApplication.translate("Import", "Time zone of times without one"), placeholder="Europe/Paris"
        )
        self.zone.control.editingFinished.connect(self._zone_given)
        self.kept = Choice(QCoreApplication.translate("Import", "Kept mapping"))
        self.kept.changed.connect(self._use_kept)
        self.settings = QWidget()
        row = QHBoxLayout(self.settings)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.policy, 1)
        row.addWidget(self.zone, 1)
        row.addWidget(self.kept, 1)
        self.form = MappingForm()
        self.form.changed.connect(self._corrected)
        self.summary = label("", Type.BODY_STRONG)
        self.listed = Lines()
        self.progress = Progress()
        self.progress.cancelled.connect(self.stop.set)
        self.body.addWidget(self.trouble)
        self.body.addLayout(top)
        for part in (self.settings, self.progress, self.summary, self.listed, Line(), self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)
        for part in (self.settings, self.progress, self.form):
            part.hide()
        self._make_footer()

    def _make_footer(self) -> None:
        self.keep_name = QLineEdit()
        self.keep_name.setPlaceholderText(QCoreApplication.translate("Import", "Name of the mapping"))
        self.keep_name.setAccessibleName(self.keep_name.placeholderText())
        self.keep = Button(QCoreApplication.translate("Import", "Keep mapping"))
        self.keep.clicked.connect(self._keep)
        self.save_report = Button(QCoreApplication.translate("Import", "Save report…"))
        self.save_report.clicked.connect(self._save_report)
        self.primary = Button(import_button(0), ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(self.run)
        self.footer_start.addWidget(self.keep_name)
        self.footer_start.addWidget(self.keep)
        self.footer_end.addWidget(self.save_report)
        self.footer_end.addWidget(self.primary)
        for part in (self.keep_name, self.keep, self.save_report):
            part.hide()
        self.primary.setEnabled(False)

    # ------------------------------------------------------------------ choosing and mapping

    def _pick(self) -> None:
        title = QCoreApplication.translate("Import", "Choose an export")
        kinds = (
            QCoreApplication.translate("Import", "Exports")
            + " (*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.gz *.zip)"
        )
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.choose(Path(name))

    def _read(self, *, policy: str | None = None, zone: str | None = None) -> None:
        if self._path is None:
            return
        self.primary.setEnabled(False)
        self.summary.setText(QCoreApplication.translate("Import", "Reading the file…"))
        self._shell.session.ask(
            ("import file", id(self)), open_file, self._path,
            policy=policy, time_zone=zone, then=self._show_opened, failed=self._say_trouble,
        )  # fmt: skip

    def _read_anew(self, _value: object) -> None:
        self._read(policy=str(self.policy.value()), zone=self.zone.text() or None)

    def _zone_given(self) -> None:
        if self.mapping is not None and self.zone.text() != self.mapping.time_zone:
            self._corrected(replace(self.mapping, time_zone=self.zone.text()))

    def _show_opened(self, opened: OpenedFile) -> None:
        self._opened = opened
        self.trouble.hide()
        self.policy.offer(opened.policies)
        self.policy.choose(opened.mapping.policy)
        self.zone.set_text(opened.mapping.time_zone)
        guessed = QCoreApplication.translate("Import", "As guessed from the file")
        self.kept.offer([("", guessed), *((name, name) for name in opened.kept)])
        self._show_mapping(opened.mapping)
        for part in (self.settings, self.form, self.keep_name, self.keep):
            part.show()
        self._ask_preview()

    def _show_mapping(self, mapping: ImportMapping) -> None:
        self.mapping = mapping
        if self._opened is not None:
            self.form.show_mapping(self._opened, mapping)

    def _use_kept(self, name: object) -> None:
        if self._opened is not None:
            self._show_mapping(self._opened.kept.get(str(name), self._opened.mapping))
            self._ask_preview()

    def _corrected(self, mapping: ImportMapping) -> None:
        self.mapping = mapping
        self.primary.setEnabled(False)
        self._soon.start()

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
        if self._opened is None or self.mapping is None or self._running:
            return
        self._shell.session.ask(
            ("import preview", id(self)), importing.preview, self._opened.source, self.mapping,
            then=self._show_preview, failed=self._say_trouble,
        )  # fmt: skip

    def _show_preview(self, found: Preview) -> None:
        if self._running:
            return
        self.trouble.hide()
        self._cases = found.cases
        if found.missing:
            names = ", ".join(target_name(target) for target in found.missing)
            text = QCoreApplication.translate("Import", "No column gives: {names}. Say below which one does.")
            self.summary.setText(text.format(names=names))
        else:
            parts = [found.product, cases_found(found.cases)]
            if found.refused_count:
                parts.append(rows_refused(found.refused_count))
            self.summary.setText(" · ".join(parts))
        lines = [f"{story.number}  {story.title}" for story in found.first[:_SHOWN]]
        lines += [refusal(each) for each in found.refused[:_SHOWN]]
        if found.kept_columns:
            text = QCoreApplication.translate("Import", "Kept on the case as they are: {names}")
            lines.append(text.format(names=", ".join(found.kept_columns)))
        self.listed.show_lines(lines)
        self.primary.setText(import_button(found.cases))
        self.primary.setEnabled(found.cases > 0)

    # ------------------------------------------------------------------ run and report

    def run(self) -> None:
        """Import what the preview showed."""
        if self._running or self._opened is None or self.mapping is None:
            return
        self._running = True
        self.stop.clear()
        self.listed.show_lines([])
        for part in (self.settings, self.form, self.keep_name, self.keep):
            part.hide()
        self.pick.setEnabled(False)
        self.primary.setEnabled(False)
        self.progress.show()
        self._show_step(0)
        # On the read pool: each chunk is a transaction of its own, between which other acts find their place.
        self._shell.session.ask(
            None, importing.run_import, self._opened.source, self.mapping,
            progress=self.steps.stepped.emit, cancelled=self.stop.is_set,
            then=self._finished, failed=self._failed,
        )  # fmt: skip

    def _show_step(self, done: int) -> None:
        text = QCoreApplication.translate("Import", "Importing {file}")
        name = self._path.name if self._path is not None else ""
        self.progress.show_step(text.format(file=name), done, max(self._cases, done))

    def _finished(self, report: ImportReport) -> None:
        self._running = False
        self.report = report
        self._shell.session.notifier.tell(report.changes)
        self.progress.hide()
        self.pick.setEnabled(True)
        self.summary.setText(outcome(report))
        self.listed.show_lines([refusal(each) for each in (*report.refused, *report.differs)][:200])
        self.save_report.setVisible(bool(report.refused or report.differs))
        self.primary.setText(QCoreApplication.translate("Import", "Close"))
        self.primary.clicked.disconnect(self.run)
        self.primary.clicked.connect(self.leave)
        self.primary.setEnabled(True)

    def _failed(self, error: KnownError) -> None:
        self._running = False
        self.progress.hide()
        self.pick.setEnabled(True)
        for part in (self.settings, self.form, self.keep_name, self.keep):
            part.show()
        self._say_trouble(error)

    def _save_report(self) -> None:
        title = QCoreApplication.translate("Import", "Save the report")
        name, _ = QFileDialog.getSaveFileName(self, title, "import-report.csv", "CSV (*.csv)")
        if not name or self.report is None:
            return
        file = QSaveFile(name)
        if file.open(QSaveFile.OpenModeFlag.WriteOnly):
            file.write(report_bytes(self.report))
            if file.commit():
                self._shell.say(QCoreApplication.translate("Import", "The report was saved."), name)
                return
        self.trouble.say(
            QCoreApplication.translate("Import", "The report couldn't be saved."), file.errorString()
        )
        self.trouble.show()

    def _say_trouble(self, error: KnownError) -> None:
        self.summary.setText("")
        self.trouble.say(error.what, f"{error.meaning} {error.remedy}".strip())
        self.trouble.show()
