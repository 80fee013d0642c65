"""Articles the client has tried already: found by number or title, shown as chips that can be taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.services.queries import library
from supportdesk.ui.new_case.finder import Finder, Found
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import icon_button
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

_OFFERED = 8


def find_articles(desk: Desk, text: str) -> tuple[Found, ...]:
    """Articles whose number or title has words that begin so."""
    return tuple(
        Found(f"{line.number} {line.title}", "", line.id)
        for line in library.articles(desk, text, limit=_OFFERED)
    )


class TriedArticle(QWidget):
    """One article; `taken_off` carries its id."""

    taken_off = Signal(object)

    def __init__(self, article_id: UUID, name: str) -> None:
        super().__init__()
        self._article_id = article_id
        away = icon_button("x", QCoreApplication.translate("NewCase", "Take {name} off").format(name=name))
        away.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(MarkView(IconMark("book-open", "muted", 15)))
        row.addWidget(ElidedLabel(name, Type.META, "text"), 1)
        row.addWidget(away)

    def _leave(self) -> None:
        self.taken_off.emit(self._article_id)


class TriedPart(QWidget):
    """`changed` comes when an article is added or taken off."""

    changed = Signal()

    def __init__(self, session: DeskSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finder = Finder(
            session,
            find_articles,
            QCoreApplication.translate("NewCase", "Articles already tried"),
            placeholder=QCoreApplication.translate("NewCase", "Add an article"),
        )
        self.finder.found.connect(self._found)
        self._tried: dict[UUID, str] = {}
        self._rows: list[TriedArticle] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.finder)
        column.addLayout(self._list)

    @property
    def tried(self) -> tuple[tuple[UUID, str], ...]:
        """The articles, in the order they were added, with their names."""
        return tuple(self._tried.items())

    def show_tried(self, tried: tuple[tuple[UUID, str], ...]) -> None:
        """Show these articles."""
        self._tried = dict(tried)
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [TriedArticle(article_id, name) for article_id, name in tried]
        for row in self._rows:
            row.taken_off.connect(self._taken_off)
            self._list.addWidget(row)

    def _found(self, found: Found) -> None:
        if isinstance(found.value, UUID):
            self.show_tried(tuple({**self._tried, found.value: found.text}.items()))
        self.finder.set_text("")
        self.changed.emit()

    def _taken_off(self, article_id: UUID) -> None:
        self.show_tried(tuple((each, name) for each, name in self.tried if each != article_id))
        self.finder.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
