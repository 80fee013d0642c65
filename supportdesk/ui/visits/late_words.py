"""What came too late for a visit, above its report: to be copied, put in once the visit is open again, or discarded."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, SparePart
from supportdesk.services.cases import late_words
from supportdesk.services.cases.visit_fields import CAPTION
from supportdesk.services.cases.visits import CLOSED
from supportdesk.ui import moments
from supportdesk.ui.new_case.discard import DiscardButton
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.sections import Rows
from supportdesk.ui.visits.words import health_name, part_name
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import breaking_label, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from supportdesk.services.cases.late_words import LateWord, SetAside
    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell


class LateWords(QWidget):
    """Hidden where nothing came too late. `settled`: it was put in or discarded; `refused` carries why it was not."""

    settled = Signal()
    refused = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._view: VisitView | None = None
        self._words: tuple[LateWord, ...] = ()
        self.told = Banner(MessageKind.HINT)
        self._rows = Rows()
        self.put_in = Button(QCoreApplication.translate("Visits", "Put into the report"))
        self.put_in.clicked.connect(self._put_in)
        self.discard = DiscardButton()
        self.discard.confirmed.connect(self._discard)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.put_in)
        acts.addWidget(self.discard)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self._rows)
        column.addLayout(acts)
        self.copies: list[Button] = []
        self.hide()

    def show_words(self, view: VisitView, words: tuple[LateWord, ...]) -> None:
        """Show what came too late for this visit."""
        self.setVisible(bool(words))
        self.put_in.setVisible(view.state not in CLOSED)
        self.told.say(QCoreApplication.translate("Visits", "Not in the report."), _how_to_go_on(view.state))
        if self._view is not None and (self._view.id, self._words) == (view.id, words):
            self._view = view
            return
        self._view, self._words = view, words
        self.discard.calm()
        emptied(self._rows.column)
        self.copies = []
        for word in words:
            self._add_row(word_name(word.name), word_text(word, self._shell.zone))

    def _add_row(self, name: str, text: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(12)
        copy = Button(QCoreApplication.translate("Visits", "Copy"), ButtonKind.LINK)
        copy.setAccessibleDescription(name)
        copy.setProperty("copied", text)
        copy.clicked.connect(self._copy)
        gone = QCoreApplication.translate("VisitPaper", "taken out")
        words = breaking_label(text) if text else label(gone, Type.BODY, "text2")
        for part, share in ((label(name, Type.META, "muted", wrap=True), 1), (words, 3), (copy, 0)):
            # The first lines stand at one height.
            part.setMinimumHeight(copy.sizeHint().height())
            line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        # Hidden it keeps its room, so that all words begin below each other.
        policy = copy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        copy.setSizePolicy(policy)
        copy.setVisible(bool(text))
        self.copies.append(copy)
        self._rows.column.addWidget(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.sender().property("copied"))
        self._shell.say(QCoreApplication.translate("Visits", "Copied."))

    def _put_in(self) -> None:
        self._do(late_words.put_in)

    def _discard(self) -> None:
        self._do(late_words.discard)

    def _do(self, act: Callable[..., object]) -> None:
        if self._view is not None:
            self._shell.session.do(act, self._view.id, then=self._was_settled, failed=self._was_refused)

    def _was_settled(self, _done: object) -> None:
        self.settled.emit()

    def _was_refused(self, error: KnownError) -> None:
        self.refused.emit(error)


def tell_elsewhere(shell: Shell, aside: SetAside) -> None:
    """Tell of what came too late for a visit that is not in view."""
    what = QCoreApplication.translate("Visits", "Visit {number} was closed before all you typed was saved.")
    shell.refuse(
        KnownError(
            what.format(number=moments.ltr(aside.number)),
            QCoreApplication.translate("Visits", "The rest is kept on this computer, above its report."),
            QCoreApplication.translate("Visits", "Open the visit to copy it or to put it into a revision."),
        )
    )


def _how_to_go_on(state: str) -> str:
    if state == "finished":
        return QCoreApplication.translate(
            "Visits",
            "You typed this while the visit was being finished. It is kept here on this computer. Copy what you need, "
            "or revise the report to put it in.",
        )
    if state == "cancelled":
        return QCoreApplication.translate(
            "Visits",
            "You typed this while the visit was being cancelled. It is kept here on this computer. Copy what you need.",
        )
    return QCoreApplication.translate(
        "Visits", "You typed this while the visit was being closed. It is open again, so you can put it in."
    )


def word_name(name: str) -> str:
    """What a field or part of the report is called."""
    if name.startswith(CAPTION):
        return QCoreApplication.translate("Visits", "Caption")
    travel = QCoreApplication.translate("Visits", "Travel")
    named = {
        "arrived_at": part_name("arrived"),
        "left_at": part_name("left"),
        "acceptance": part_name("as_asked"),
        "travel_minutes": travel,
        "travel_km": travel,
    }
    return named.get(name) or part_name(name)


def word_text(word: LateWord, zone: tzinfo | None) -> str:
    """What was typed, in words: of checks and spare parts those that are new; empty where something was taken out."""
    typed = word.typed
    if isinstance(typed, bool):
        yes, no = QCoreApplication.translate("NewCase", "Yes"), QCoreApplication.translate("NewCase", "No")
        return yes if typed else no
    if isinstance(typed, int):
        km, minutes = QCoreApplication.translate("Visits", "km"), QCoreApplication.translate("Visits", "min")
        return f"{typed} {km if word.name == 'travel_km' else minutes}"
    if isinstance(typed, datetime):
        return moments.clock_time(typed, zone)
    return "\n".join(_lines(typed, word.seen))


def _lines(typed: object, seen: object) -> Iterator[str]:
    if isinstance(typed, Acceptance):
        yield from _accepted(typed, seen)
    elif isinstance(typed, tuple):
        yield from (_row_text(row) for row in typed if not isinstance(seen, tuple) or row not in seen)
    elif typed is not None:
        yield str(typed)


def _accepted(given: Acceptance, seen: object) -> Iterator[str]:
    before = seen if isinstance(seen, Acceptance) else Acceptance()
    if given.as_asked and not before.as_asked:
        yield QCoreApplication.translate("Visits", "Work done as asked")
    if given.may_close and not before.may_close:
        yield QCoreApplication.translate("Visits", "The cases can be closed")
    if given.remark != before.remark:
        yield given.remark


def _row_text(row: object) -> str:
    match row:
        case CheckedPoint(name, health, remark):
            return " · ".join(filter(None, (name, health_name(health), remark)))
        case SparePart(name, quantity):
            return f"{quantity} × {name}"
    return str(row)
