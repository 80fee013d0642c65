"""The last step: who works here, and where the desk stands."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.first_run.choice import FirstRunChoice, is_time_zone
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.texts import label


@cache
def _zones() -> list[str]:
    """The zones people live in; the others are names of old."""
    return sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc", "posix"))
    )


class TeamPart(QWidget):
    """Name, email, branch, time zone. More people and branches are added later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = Field(QCoreApplication.translate("FirstRun", "Your name"))
        self.email = Field(
            QCoreApplication.translate("FirstRun", "Your email address"),
            hint=QCoreApplication.translate("FirstRun", "may be left out"),
        )
        self.branch = Field(
            QCoreApplication.translate("FirstRun", "Your branch"),
            placeholder=QCoreApplication.translate("FirstRun", "Head office, or the name of the place"),
        )
        self.zone = Field(
            QCoreApplication.translate("FirstRun", "Its time zone"),
            hint=QCoreApplication.translate("FirstRun", "deadlines are read in it"),
        )
        finder = QCompleter(_zones(), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.control.setCompleter(finder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for pair in ((self.person, self.email), (self.branch, self.zone)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        note = QCoreApplication.translate(
            "FirstRun",
            "You begin as administrator of this desk. Colleagues, branches and clients are added later.",
        )
        column.addWidget(label(note, Type.META, "muted", wrap=True))

    def show_choice(self, choice: FirstRunChoice) -> None:
        """Fill in what is known."""
        self.person.set_text(choice.person_name)
        self.email.set_text(choice.email)
        self.branch.set_text(choice.branch_name)
        self.zone.set_text(choice.time_zone)

    def point_out_missing(self) -> QWidget | None:
        """Say what is missing or can't be; the first such place, or None."""
        checks = (
            (self.person, bool(self.person.text()), self._needed()),
            (
                self.email,
                not self.email.text() or "@" in self.email.text()[1:-1],
                QCoreApplication.translate("FirstRun", "An address reads like name@company.example."),
            ),
            (self.branch, bool(self.branch.text()), self._needed()),
            (
                self.zone,
                is_time_zone(self.zone.text()),
                QCoreApplication.translate("FirstRun", "Choose a zone from the list, such as Europe/Paris."),
            ),
        )
        first: QWidget | None = None
        for field, good, sentence in checks:
            if not good:
                field.set_error(sentence)
                first = first or field.control
        return first

    @staticmethod
    def _needed() -> str:
        return QCoreApplication.translate("FirstRun", "The desk needs this to begin.")
