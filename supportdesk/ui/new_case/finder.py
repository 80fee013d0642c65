"""A field that finds things while one types and takes one of them; what is found, its query says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from supportdesk.ui.new_case.offers import DETAIL, OfferList, OfferRow
from supportdesk.ui.widgets.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.lanes import Task
    from supportdesk.workers.session import DeskSession

_QUIET_MS = 200
# Padding on both sides and room for a sign.
_ENDS = 44
_VALUE = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class Found:
    """One thing: its name, what tells it from others of that name, and what its finder knows it by."""

    text: str
    detail: str
    value: object


FindQuery = Callable[["Desk", str], "tuple[Found, ...]"]


class Finder(Field):
    """`found` carries the chosen thing; the field then shows its name, which typing gives up again."""

    found = Signal(object)

    def __init__(
        self,
        session: DeskSession,
        query: FindQuery,
        title: str,
        *,
        placeholder: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, placeholder=placeholder, hint=hint, parent=parent)
        self._session, self._query = session, query
        self._asked: Task | None = None
        self._offers = QStandardItemModel(self)
        self.completer = QCompleter(self._offers, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list = OfferList()
        self.completer.setPopup(self._list)
        # The completer gives a list of its own making rows of its own.
        self._list.setItemDelegate(OfferRow(self._list))
        self.completer.setWidget(self.control)
        # The stub knows nothing of overloads.
        self.completer.activated[QModelIndex].connect(self._taken)  # type: ignore[index]
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_QUIET_MS)
        self._wait.timeout.connect(self._search)
        self.changed.connect(self._typed)

    def stop(self) -> None:
        """Look no further for what was typed."""
        self._wait.stop()
        self._forget()
        self._fold()

    def show_beginning(self) -> None:
        """Let a name that is longer than the field be seen from its beginning; typing then replaces it."""
        text = self.control.text()
        if self.control.fontMetrics().horizontalAdvance(text) + _ENDS <= self.control.width():
            return
        if self.control.hasFocus():
            self.control.setSelection(len(text), -len(text))
        else:
            self.control.setCursorPosition(0)

    @property
    def unfolded(self) -> bool:
        """Whether what was found is in view."""
        popup = self.completer.popup()
        return popup is not None and popup.isVisible()

    def offered(self) -> tuple[Found, ...]:
        """What was found for the text."""
        return tuple(self._offers.item(row).data(_VALUE) for row in range(self._offers.rowCount()))

    def looks_for(self, text: str) -> bool:
        """Whether this text is worth a question; a finder may know better."""
        return len(text) > 1

    def beside(self, _text: str, _found: tuple[Found, ...]) -> tuple[Found, ...]:
        """What is offered for a text besides what was found."""
        return ()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _typed(self, _text: str) -> None:
        self._forget()
        if self.looks_for(self.text()):
            self._wait.start()
        else:
            self.stop()

    def _search(self) -> None:
        self._asked = self._session.ask(("finder", id(self)), self._query, self.text(), then=self._offer)

    def _forget(self) -> None:
        """What was found for another text is not offered for this one."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _offer(self, found: tuple[Found, ...]) -> None:
        self._offers.clear()
        offers = (*found, *self.beside(self.text(), found))
        for each in offers:
            item = QStandardItem(each.text)
            item.setData(each, _VALUE)
            item.setData(each.detail, DETAIL)
            item.setData(f"{each.text}, {each.detail}" if each.detail else each.text, _SPOKEN)
            self._offers.appendRow(item)
        if offers and self.control.hasFocus():
            width = OfferList.width_for((each.text, each.detail) for each in offers)
            box = self.control.rect()
            self.completer.complete(QRect(0, 0, max(width, box.width()), box.height()))
        else:
            self._fold()

    def _fold(self) -> None:
        popup = self.completer.popup()
        if popup is not None:
            popup.hide()

    def _taken(self, index: QModelIndex) -> None:
        # The completer hands out rows of its own list, not of ours.
        found = index.data(_VALUE)
        if isinstance(found, Found):
            # What is still being looked for would unfold over the chosen one.
            self.stop()
            self.set_text(found.text)
            self.show_beginning()
            self.found.emit(found)
