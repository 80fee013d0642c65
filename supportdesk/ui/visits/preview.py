"""The preview of a report's PDF: its pages, in which language and on which paper, saved or printed from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QVBoxLayout

from supportdesk.documents.visit_document import Language, Paper
from supportdesk.rules.cases.visit_content import content_of, fingerprint, short_fingerprint
from supportdesk.services.queries.visit_papers import file_name
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.preview_pages import Pages
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.fields import Choice
from supportdesk.ui.widgets.messages import error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from supportdesk.documents.visit_document import VisitDocument
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.widgets.messages import Banner
    from supportdesk.workers.paper_press import OpenedPaper, PaperPress

_SIDE = 236
_SOON_MS = 120
_ZOOMS = (1.0, 1.5, 2.0)
_STEP = 48


class PreviewDialog(Dialog):
    """A report's pages as they are printed. The first page is there before the others are."""

    def __init__(self, shell: Shell, press: PaperPress, view: VisitView) -> None:
        title = QCoreApplication.translate("VisitPaper", "Preview of {number}")
        super().__init__(shell.cover, title.format(number=moments.ltr(view.number)), side_width=_SIDE)
        self._shell, self._press, self._view = shell, press, view
        self.document: VisitDocument | None = None
        self._refusal: Banner | None = None
        self._printing: tuple[QPrinter, QPrintDialog] | None = None
        self.pages = Pages()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.pages, 1)
        self._fill_side()
        self._fill_footer()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.read)
        self.closed.connect(self._gone)

    def open(self) -> None:
        super().open()
        self.pages.show_size(Paper.A4, None, self._room())
        self.read()

    def read(self) -> None:
        """Read the report anew and draw it as it is chosen."""
        language, paper = self.language.value(), self.paper.value()
        self._shell.session.ask(
            "preview",
            self._press.open,
            self._view.id,
            Language(str(language)) if language else None,
            Paper(str(paper)) if paper else None,
            self.pages.dots(self._room()),
            then=self._show_first,
            failed=self.refuse,
        )

    def refuse(self, error: KnownError) -> None:
        """Say above the pages what could not be done."""
        self._drop_refusal()
        self._refusal = error_banner(error)
        self._refusal.dismissed.connect(self._drop_refusal)
        self.body.insertWidget(0, self._refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts = {Qt.Key.Key_P: self.print, Qt.Key.Key_S: self.save}
        ways = {Qt.Key.Key_Down: 0, Qt.Key.Key_Up: 0, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if control and key in acts:
            acts[key]()
        elif key in ways:
            bar = self._scroll().verticalScrollBar()
            step = ways[key] * bar.pageStep() or (_STEP if key is Qt.Key.Key_Down else -_STEP)
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self.pages.zoom is None:
            self._soon.start()

    # ------------------------------------------------------------------ acts

    def save(self) -> None:
        """Let the person choose a place, and write the PDF there."""
        if self.document is None:
            return
        title = QCoreApplication.translate("VisitPaper", "Save PDF")
        name, _filter = QFileDialog.getSaveFileName(self, title, file_name(self.document), "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, place: Path) -> None:
        """Write the PDF as it is shown to a file."""
        save = self._press.save
        self._shell.session.ask(
            None, save, self._view.id, self.document, place, then=self._saved, failed=self.refuse
        )

    def print(self) -> None:
        """Let the person choose a printer, and print the pages as they are shown."""
        if self.document is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - not before it is needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(file_name(self.document))
        dialog = QPrintDialog(printer, self)
        self._printing = (printer, dialog)
        dialog.accepted.connect(self._print)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def _print(self) -> None:
        if self._printing is not None:
            printer, _dialog = self._printing
            print_on = self._press.print
            self._shell.session.ask(
                None, print_on, self.document, printer, then=self._printed, failed=self.refuse
            )

    def _printed(self, _done: object) -> None:
        self._shell.say(QCoreApplication.translate("VisitPaper", "The report was sent to the printer."))

    def _saved(self, place: Path) -> None:
        text = QCoreApplication.translate("VisitPaper", "{name} was saved.")
        self._shell.say(text.format(name=moments.own(place.name)))

    # ------------------------------------------------------------------ inside

    def _fill_side(self) -> None:
        languages = (
            (Language.ENGLISH, QCoreApplication.translate("VisitPaper", "English")),
            (Language.FRENCH, QCoreApplication.translate("VisitPaper", "French")),
            (Language.ARABIC, QCoreApplication.translate("VisitPaper", "Arabic")),
        )
        # Until it is known, nothing chosen stands for the client's own.
        self.language = Choice(
            QCoreApplication.translate("VisitPaper", "Language"),
            ((each.value, text) for each, text in languages),
        )
        self.paper = Choice(
            QCoreApplication.translate("VisitPaper", "Paper"),
            ((Paper.A4.value, "A4"), (Paper.LETTER.value, "Letter")),
        )
        for choice in (self.language, self.paper):
            choice.control.setCurrentIndex(-1)
        self.zoom = Segmented()
        size = QCoreApplication.translate("VisitPaper", "Size")
        self.zoom.setAccessibleName(size)
        fit = QCoreApplication.translate("VisitPaper", "Fit")
        self.zoom.offer([(0.0, fit, None), *((each, f"{each:.0%}", None) for each in _ZOOMS)])
        self.zoom.choose(0.0)
        self.facts = label("", Type.META, "muted", wrap=True)
        for choice in (self.language, self.paper):
            choice.changed.connect(self._chosen)
            self.side.addWidget(choice)
        self.zoom.chosen.connect(self._zoomed)
        sized = QVBoxLayout()
        sized.setSpacing(4)
        sized.addWidget(label(size, Type.LABEL, "text2"))
        sized.addWidget(self.zoom)
        self.side.addLayout(sized)
        self.side.addWidget(self.facts)
        self.side.addStretch(1)

    def _fill_footer(self) -> None:
        self.save_button = Button(
            QCoreApplication.translate("VisitPaper", "Save as PDF…"),
            ButtonKind.PRIMARY,
            keys="Ctrl+S",
            large=True,
        )
        self.print_button = Button(
            QCoreApplication.translate("VisitPaper", "Print…"), icon="printer", large=True
        )
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        for button in (self.print_button, self.save_button):
            button.setEnabled(False)
            self.footer_end.addWidget(button)

    def _chosen(self, _value: object) -> None:
        self.read()

    def _zoomed(self, zoom: object) -> None:
        self.pages.zoom = float(str(zoom)) or None
        self.pages.scale(self._room())
        self.read()

    def _show_first(self, opened: OpenedPaper) -> None:
        self._drop_refusal()
        self.document = opened.document
        self.language.choose(opened.document.language.value)
        self.paper.choose(opened.document.paper.value)
        self.pages.show_size(opened.document.paper, opened.pages, self._room())
        self.pages.show_pages(1, (opened.first,))
        words = QCoreApplication.translate("VisitPaper", "%n page(s)", None, opened.pages)
        self.set_title(self.accessibleName(), words)
        self.facts.setText(_facts(opened.document))
        for button in (self.print_button, self.save_button):
            button.setEnabled(True)
        if opened.pages > 1:
            dots = self.pages.dots(self._room())
            self._shell.session.ask(
                "preview",
                self._press.pages,
                opened.document,
                dots,
                2,
                then=self._show_rest,
                failed=self.refuse,
            )

    def _show_rest(self, images: tuple[QImage, ...]) -> None:
        self.pages.show_pages(2, images)

    def _scroll(self) -> QScrollArea:
        scroll = self.pages.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if scroll is None:
            raise RuntimeError("the pages lie in a column that scrolls")
        return scroll

    def _room(self) -> int:
        """How wide a page may be, in the screen's points."""
        return self._scroll().viewport().width()

    def _drop_refusal(self) -> None:
        if self._refusal is not None:
            self._refusal.hide()
            self._refusal.deleteLater()
            self._refusal = None

    def _gone(self, _result: object) -> None:
        self._soon.stop()
        self.deleteLater()


def _facts(document: VisitDocument) -> str:
    """What one should know of a paper before it is given away."""
    mark = short_fingerprint(fingerprint(content_of(document.report)))
    signature = document.signature
    told = QCoreApplication.translate("VisitPaper", "Nobody has signed it.")
    if signature is not None:
        told = QCoreApplication.translate("VisitPaper", "Signed by {name}.").format(
            name=moments.own(signature.name)
        )
    if document.sent_at is None:
        told += " " + QCoreApplication.translate("VisitPaper", "The visit is not finished.")
    words = QCoreApplication.translate("VisitPaper", "Fingerprint {fingerprint}")
    return f"{told}\n{words.format(fingerprint=moments.ltr(mark))}"
