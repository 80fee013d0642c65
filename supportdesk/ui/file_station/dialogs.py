"""The dialogs of the File Station: deposit a file, say why a copy is taken, the day of erasing, erasing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.file_station.words import size_text
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.fields import FormRow, TextBox, paint_caret
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.painting import right_to_left
from supportdesk.ui.widgets.texts import breaking_label, label

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.entitlements.data_files import Chosen
    from supportdesk.services.views.file_station import DataFileView, StationView

_KEPT = timedelta(days=90)


class Deposit(NamedTuple):
    """A file to be deposited: whose, the day on which the client made the copy, and when it is to be erased."""

    client: UUID
    chosen: Chosen
    copied_on: date
    erase_on: date | None


class Why(NamedTuple):
    """Why a copy of a file is taken."""

    file: DataFileView
    reason: str


class Day(NamedTuple):
    """On which day a file is to be erased; None for no day."""

    file: DataFileView
    erase_on: date | None


class DayEdit(QDateEdit):
    """A day, with the calendar to choose it from."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setCalendarPopup(True)
        # From right to left Qt turns the parts round; turned twice they read as they should.
        self.setDisplayFormat("yyyy MMM d ddd" if right_to_left() else "ddd d MMM yyyy")
        self.setMinimumWidth(theme().px(180))

    def day(self) -> date:
        """The chosen day."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_caret(self)


class KeptUntil(QWidget):
    """Whether a file is erased by itself, and on which day; no day before the `earliest` is offered."""

    def __init__(self, day: date | None, offered: date, earliest: date) -> None:
        super().__init__()
        self.by_itself = CheckBox(QCoreApplication.translate("FileStation", "Erase it by itself"))
        self.by_itself.setChecked(day is not None)
        self.edit = DayEdit(day or offered)
        self.edit.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
        self.row = FormRow(QCoreApplication.translate("FileStation", "Erase on"), self.edit)
        self.row.setEnabled(day is not None)
        self.by_itself.toggled.connect(self.row.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.by_itself)
        column.addWidget(self.row)

    def day(self) -> date | None:
        """The chosen day; None for a file that somebody erases."""
        return self.edit.day() if self.by_itself.isChecked() else None


class DepositDialog(Asking):
    """Shows the file that was chosen, before anything of it is read; `closed` carries a Deposit.

    `today` is the civil day in `zone`, None being the computer's.
    """

    def __init__(
        self, cover: QWidget, view: StationView, chosen: Chosen, today: date, zone: tzinfo | None
    ) -> None:
        super().__init__(
            cover,
            QCoreApplication.translate("FileStation", "Deposit a data file"),
            QCoreApplication.translate("FileStation", "Deposit"),
            ButtonKind.PRIMARY,
            (520, 500),
        )
        self._client, self._chosen = view.client.organisation_id, chosen
        self.body.addWidget(breaking_label(moments.ltr(chosen.path.name), Type.BODY_STRONG))
        told = QCoreApplication.translate("FileStation", "{size}, for {client}")
        self.body.addWidget(
            label(
                told.format(size=size_text(chosen.size), client=moments.own(view.client.name)),
                Type.BODY,
                "text2",
            )
        )
        self.body.addWidget(
            Banner(
                MessageKind.INFO,
                QCoreApplication.translate("FileStation", "It holds the client’s data."),
                _sealed_until_sent() if view.has_hub else _sealed_here(),
            )
        )
        changed = datetime.fromtimestamp(chosen.changed_ns / 1e9, UTC).astimezone(zone).date()
        self.copied = DayEdit(min(changed, today))
        self.copied.setMaximumDate(QDate(today.year, today.month, today.day))
        title = QCoreApplication.translate("FileStation", "The client made this copy on")
        self.body.addWidget(FormRow(title, self.copied))
        self.kept = KeptUntil(today + _KEPT, today + _KEPT, today)
        self.body.addWidget(self.kept)
        self.body.addStretch(1)

    def submit(self) -> None:
        self.close_with(Deposit(self._client, self._chosen, self.copied.day(), self.kept.day()))


def _sealed_until_sent() -> str:
    return QCoreApplication.translate(
        "FileStation", "A sealed copy is made here and kept until the hub has it. Who takes a copy says why."
    )


def _sealed_here() -> str:
    return QCoreApplication.translate(
        "FileStation", "A sealed copy is kept on this computer. Who takes a copy says why."
    )


class WhyDialog(Asking):
    """Asks why a copy is taken before a place for it is chosen; `closed` carries a Why.

    `reasons` has what was typed for each file of which no copy was taken yet, and is kept up to date.
    """

    def __init__(self, cover: QWidget, file: DataFileView, reasons: dict[UUID, str]) -> None:
        super().__init__(
            cover,
            QCoreApplication.translate("FileStation", "Take a copy"),
            QCoreApplication.translate("FileStation", "Choose a place…"),
            ButtonKind.PRIMARY,
            (480, 310),
        )
        self._file, self._reasons = file, reasons
        told = QCoreApplication.translate(
            "FileStation",
            "Your name, the time and your reason stay beside {name}. The copy is yours to erase when you are done.",
        )
        self.body.addWidget(label(told.format(name=moments.ltr(file.name)), Type.BODY, "text2", wrap=True))
        self.why = TextBox(QCoreApplication.translate("FileStation", "Why you take it"), lines=3)
        self.why.set_text(reasons.get(file.id, ""))
        self.why.changed.connect(self._typed)
        self.body.addWidget(self.why)
        self.body.addStretch(1)

    def submit(self) -> None:
        if not self.why.text():
            self.why.set_error(QCoreApplication.translate("FileStation", "Say in a few words why."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_with(Why(self._file, self.why.text()))

    def _typed(self) -> None:
        self.why.set_error("")
        self._reasons[self._file.id] = self.why.text()


class DayDialog(Asking):
    """Asks until when a file is kept; `closed` carries a Day.

    Whoever may not let it be erased `sooner` is offered no such day: it would be refused.
    """

    def __init__(self, cover: QWidget, file: DataFileView, today: date, *, sooner: bool = True) -> None:
        super().__init__(
            cover,
            QCoreApplication.translate("FileStation", "Day of erasing"),
            QCoreApplication.translate("FileStation", "Save"),
            ButtonKind.PRIMARY,
            (440, 320),
        )
        self.body.addWidget(breaking_label(moments.ltr(file.name), Type.BODY_STRONG))
        self._file = file
        earliest = today if sooner or file.erase_on is None else max(today, file.erase_on)
        self.kept = KeptUntil(file.erase_on, today + _KEPT, earliest)
        self.body.addWidget(self.kept)
        self.why = label(
            QCoreApplication.translate(
                "FileStation", "Only who may erase the file can choose an earlier day."
            ),
            Type.META,
            "text2",
            wrap=True,
        )
        self.body.addWidget(self.why)
        self.why.setHidden(sooner)
        self.body.addStretch(1)

    def submit(self) -> None:
        self.close_with(Day(self._file, self.kept.day()))


class EraseDialog(Asking):
    """Asks before a file is erased for everybody; `closed` carries it."""

    def __init__(self, cover: QWidget, client: str, file: DataFileView) -> None:
        super().__init__(
            cover,
            QCoreApplication.translate("FileStation", "Erase this data file?"),
            QCoreApplication.translate("FileStation", "Erase"),
            ButtonKind.DESTRUCTIVE,
            (460, 280),
        )
        self._file = file
        self.body.addWidget(breaking_label(moments.ltr(file.name), Type.BODY_STRONG))
        told = QCoreApplication.translate(
            "FileStation",
            "{size} of {client}’s data are deleted at the hub and on every desk. It can’t be undone. That the file was "
            "here, and who took copies, stays.",
        )
        self.body.addWidget(
            label(
                told.format(size=size_text(file.size), client=moments.own(client)),
                Type.BODY,
                "text2",
                wrap=True,
            )
        )
        self.body.addStretch(1)

    def submit(self) -> None:
        self.close_with(self._file)
