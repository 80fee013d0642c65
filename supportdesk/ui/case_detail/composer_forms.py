"""The composer's tabs that ask for more than a text: a call, a remote session, a visit to plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.composer_sheets import Sheet
from supportdesk.ui.case_detail.moment_edit import MomentEdit
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.fields import Combo

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail


class CallSheet(Sheet):
    """What was said on the phone: who called whom and how long it took."""

    kind = DraftKind.CALL

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "What was said"),
            QCoreApplication.translate("Composer", "What was said on the phone"),
        )
        self._direction = Segmented()
        self._direction.setAccessibleName(QCoreApplication.translate("Composer", "Who called"))
        self._direction.offer(
            [
                ("incoming", QCoreApplication.translate("Composer", "They called"), None),
                ("outgoing", QCoreApplication.translate("Composer", "We called"), None),
            ]
        )
        self._direction.choose("incoming")
        self._direction.chosen.connect(self._turned)
        self._minutes = _minutes_box(5)
        self._minutes.valueChanged.connect(self._set)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._direction)
        row.addWidget(self._minutes)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.editor)

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "direction": self._direction.value(),
            "minutes": self._minutes.value(),
        }

    def first(self) -> QWidget:
        return self.editor

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        self._direction.choose(values.get("direction", "incoming"))
        self._minutes.setValue(int(values.get("minutes", 5)))

    def _turned(self, _way: object) -> None:
        self._tell()

    def _set(self, _value: int) -> None:
        self._tell()


class RemoteSheet(Sheet):
    """A remote session that took place: tool, length, consent, what was done."""

    kind = DraftKind.REMOTE

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "What was done in the session"),
            QCoreApplication.translate("Composer", "What was done in the session"),
        )
        self._tool = QLineEdit("TeamViewer")
        self._tool.setAccessibleName(QCoreApplication.translate("Composer", "Tool"))
        self._tool.setMaximumWidth(150)
        self._minutes = _minutes_box(20)
        self._consent = QLineEdit()
        self._consent.setAccessibleName(QCoreApplication.translate("Composer", "Who gave consent"))
        self._consent.setPlaceholderText(QCoreApplication.translate("Composer", "Who gave consent"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self._tool, self._minutes, self._consent):
            row.addWidget(field)
        self._tool.textEdited.connect(self._named)
        self._consent.textEdited.connect(self._named)
        self._minutes.valueChanged.connect(self._set)
        self.column.addLayout(row)
        self.column.addWidget(self.editor)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        if not self._consent.text() and self.empty:
            self._consent.setText(case.contact)

    @property
    def ready(self) -> bool:
        return bool(self._tool.text().strip()) and bool(self.text())

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "tool": self._tool.text().strip(),
            "minutes": self._minutes.value(),
            "consent": self._consent.text().strip(),
        }

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        self._tool.setText(str(values.get("tool", "TeamViewer")))
        self._minutes.setValue(int(values.get("minutes", 20)))
        self._consent.setText(str(values.get("consent", self._consent.text())))

    def _named(self, _text: str) -> None:
        self._tell()

    def _set(self, _value: int) -> None:
        self._tell()


class VisitSheet(Sheet):
    """A visit to plan: when, and who goes."""

    kind = DraftKind.VISIT

    def __init__(self) -> None:
        super().__init__("", "")
        self.editor.setParent(self)
        self.editor.hide()
        self._touched = False
        self._when: MomentEdit | None = None
        self._who = Combo()
        self._who.setAccessibleName(QCoreApplication.translate("Composer", "Who goes"))
        self._who.activated.connect(self._picked)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self._who, 1)
        self.column.addLayout(self._row)
        self.column.addStretch(1)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        chosen = self._who.currentData()
        self._who.clear()
        for person in case.agents:
            self._who.addItem(person.name, str(person.id))
        wanted = chosen or (str(case.owner.id) if case.owner else None)
        self._who.setCurrentIndex(max(0, self._who.findData(wanted)))
        morning = (now.astimezone(zone) + timedelta(days=1)).replace(hour=9, minute=0)
        if self._when is None:
            self._when = MomentEdit(morning, zone)
            self._when.setAccessibleName(QCoreApplication.translate("Composer", "When the visit is planned"))
            self._when.dateTimeChanged.connect(self._moved)
            self._row.insertWidget(0, self._when)
        elif not self._touched:
            self._silent = True
            self._when.show_instant(morning)
            self._silent = False

    @property
    def empty(self) -> bool:
        return not self._touched

    @property
    def ready(self) -> bool:
        return self._when is not None and self._who.currentData() is not None

    def first(self) -> QWidget:
        return self._when or self._who

    def values(self) -> dict[str, Any]:
        at = self._when.instant().isoformat() if self._when is not None else ""
        return {"at": at, "engineer": self._who.currentData() or ""}

    def _put(self, values: Mapping[str, Any]) -> None:
        self._touched = bool(values.get("at"))
        if self._touched and self._when is not None:
            self._when.show_instant(datetime.fromisoformat(str(values["at"])))
            self._who.setCurrentIndex(max(0, self._who.findData(str(values.get("engineer", "")))))

    def _moved(self, _when: QDateTime) -> None:
        self._touch()

    def _picked(self, _row: int) -> None:
        self._touch()

    def _touch(self) -> None:
        if not self._silent:
            self._touched = True
            self._tell()


def _minutes_box(start: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, 24 * 60)
    box.setValue(start)
    box.setSuffix(QCoreApplication.translate("Composer", " min"))
    box.setAccessibleName(QCoreApplication.translate("Composer", "Length in minutes"))
    # The sheet makes its buttons no wider than nothing; left out altogether, they would leave the number no room.
    box.lineEdit().setTextMargins(7, 0, 7, 0)
    box.setFixedWidth(76)
    return box
