"""The files of an article in its reader: one row each, what is said where there are none, and adding some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.case_detail.file_chips import waiting_words
from supportdesk.ui.case_detail.file_entry import Entry
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QPaintEvent

    from supportdesk.services.views import FileView
    from supportdesk.ui.case_detail.timeline_blocks import Sending


class ArticleEntry(Entry):
    """One file of an article."""

    def __init__(self, file: FileView) -> None:
        words = QCoreApplication.translate("Articles", "Take {name} off the article").format(name=file.name)
        super().__init__(file, words)
        self.file = file


class ArticleFiles(QWidget):
    """Each signal but `add_asked` carries the FileView that it is about."""

    add_asked = Signal()
    asked = Signal(object)
    save_asked = Signal(object)
    removed = Signal(object)

    def __init__(self, *, takes: bool) -> None:
        super().__init__()
        self.entries: list[ArticleEntry] = []
        self._files: tuple[FileView, ...] | None = None
        self._lit, self._takes = False, takes
        self._sending: Sending | None = None
        self.count = label("", Type.META_NUMBERS, "muted")
        self.add = Button(
            QCoreApplication.translate("Articles", "Attach files…"), ButtonKind.FLAT, icon="paperclip"
        )
        self.add.clicked.connect(self.add_asked)
        self.nothing = label("", Type.META, "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(QCoreApplication.translate("Articles", "Files"), Type.BODY_STRONG))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addLayout(self._rows)
        self.add.setVisible(takes)
        self.nothing.hide()
        self.setAccessibleName(QCoreApplication.translate("Articles", "Files of the article"))

    @property
    def files(self) -> tuple[FileView, ...]:
        """The files in view."""
        return self._files or ()

    def show_files(self, files: Sequence[FileView]) -> None:
        """Show these; the keyboard stays where it was among them."""
        if tuple(files) == self._files:
            return
        held = next((at for at, entry in enumerate(self.entries) if _holds_focus(entry)), -1)
        for gone in self.entries:
            gone.hide()
            gone.deleteLater()
        self._files = tuple(files)
        self.entries = [self._entry(file) for file in files]
        for entry in self.entries:
            self._rows.addWidget(entry)
        if held >= 0:
            chips: list[QWidget] = [entry.chip for entry in self.entries]
            place = chips[min(held, len(chips) - 1)] if chips else self.add
            place.setFocus(Qt.FocusReason.TabFocusReason)
        self.count.setText(str(len(files)) if files else "")
        self.nothing.setText(self._empty_words())
        self.nothing.setVisible(not files)
        self._say_what_waits()

    def show_sending(self, sending: Sending) -> None:
        """Show of the file that is being sent how much the hub has."""
        self._sending = sending
        self._say_what_waits()

    def light(self, lit: bool) -> None:
        """Show that what is dragged would be taken here."""
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._lit:
            with QPainter(self) as painter:
                colours = theme().colours
                rounded(painter, QRectF(self.rect()), 8, colours.select, colours.accent)

    def _empty_words(self) -> str:
        if not self._takes:
            return QCoreApplication.translate("Articles", "The article has no files.")
        return QCoreApplication.translate(
            "Articles", "The article has no files. Drop or paste some here, or choose them."
        )

    def _entry(self, file: FileView) -> ArticleEntry:
        entry = ArticleEntry(file)
        entry.asked.connect(self._ask)
        entry.removed.connect(self._remove)
        entry.menu_asked.connect(self._offer)
        entry.set_read_only(not self._takes)
        return entry

    def _say_what_waits(self) -> None:
        for entry in self.entries:
            share = self._sending.share_of(entry.file) if self._sending is not None else None
            entry.chip.say(waiting_words(entry.file, share))

    def _ask(self, entry: ArticleEntry) -> None:
        self.asked.emit(entry.file)

    def _remove(self, entry: ArticleEntry) -> None:
        if self._takes:
            self.removed.emit(entry.file)

    def _offer(self, entry: ArticleEntry, where: QPoint) -> None:
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers: list[tuple[str, Callable[[], None]]] = [
            (QCoreApplication.translate("Articles", "Look at it"), lambda: self._ask(entry)),
            (QCoreApplication.translate("Articles", "Save as…"), lambda: self.save_asked.emit(entry.file)),
        ]
        if self._takes:
            words = QCoreApplication.translate("Articles", "Take off the article")
            offers.append((words, lambda: self._remove(entry)))
        for text, act in offers:
            menu.addAction(text).setData(act)
        menu.triggered.connect(self._chosen)
        menu.popup(where)

    def _chosen(self, action: QAction) -> None:
        action.data()()


def _holds_focus(entry: ArticleEntry) -> bool:
    return entry.chip.hasFocus() or entry.cross.hasFocus()
