"""The title of the case and the chips for stage, severity and owner; they only ask, never act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from supportdesk.ui import labels, moments
from supportdesk.ui.icons import qicon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.marks import AvatarMark, MarkView, SeverityMark, StageMark
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from supportdesk.services.views import CaseDetail


class Title(QWidget):
    """The title as text; while it is edited a field in the same place. Esc gives up, Enter keeps."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", Type.CASE_TITLE, wrap=True, selectable=True)
        self.field = QLineEdit()
        self.field.setAccessibleName(QCoreApplication.translate("CaseHeader", "Title of the case"))
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._keep)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._text)
        self._stack.addWidget(self.field)

    def show_title(self, title: str) -> None:
        """Show a title; one being edited is left alone."""
        self._text.setText(title)

    def edit(self) -> None:
        """Let the title be changed in place."""
        self.field.setText(self._text.text())
        self._stack.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def editing(self) -> bool:
        """Whether it is being edited."""
        return self._stack.currentWidget() is self.field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._stack.setCurrentWidget(self._text)
            return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self._stack.setCurrentWidget(self._text)
        typed = self.field.text().strip()
        if typed and typed != self._text.text():
            self.given.emit(typed)


class Chips(QWidget):
    """Stage, severity (the customer's and the verified one as a pair) and owner."""

    stage_asked = Signal(object)  # StageChoice
    owner_asked = Signal(object)  # UUID of an agent, None for the queue
    severity_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Chip()
        self.severity = Chip()
        self.owner = Chip()
        self._said = label("", Type.META, "muted")
        self._said_mark = MarkView(SeverityMark(9, size=15))
        self._said_code = label("", Type.META, "muted")
        self._case: CaseDetail | None = None
        self._stage_menu = self._menu_of(self.stage, self._stage_chosen)
        self._owner_menu = self._menu_of(self.owner, self._owner_chosen)
        self.severity.clicked.connect(self.severity_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.stage)
        row.addWidget(self.severity)
        for part in (self._said, self._said_mark, self._said_code):
            row.addWidget(part)
            row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self.owner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def show_case(self, case: CaseDetail) -> None:
        """Show stage, severities and owner, and what each could become."""
        before, self._case = self._case, case
        self.stage.show_value(case.stage.name, StageMark(case.stage.look))
        self.stage.setAccessibleName(
            QCoreApplication.translate("CaseHeader", "Stage: {name}").format(name=case.stage.name)
        )
        self._show_severity(case)
        name = case.owner.name if case.owner else QCoreApplication.translate("CaseHeader", "Nobody yet")
        self.owner.show_value(name, AvatarMark(case.owner.id if case.owner else None, name, 16))
        self.owner.setAccessibleName(
            QCoreApplication.translate("CaseHeader", "Owner: {name}").format(name=name)
        )
        if before is None or (before.stage, before.stages) != (case.stage, case.stages):
            self._fill_stages(case)
        if before is None or (before.owner, before.agents) != (case.owner, case.agents):
            self._fill_owners(case)
        for chip in (self.stage, self.severity, self.owner):
            chip.setEnabled(case.as_of is None)
            # A long name may not fit into the row.
            chip.setToolTip(chip.text())

    def open_stages(self) -> None:
        """Open the menu of stages."""
        self.stage.click()

    def open_owners(self) -> None:
        """Open the menu of agents."""
        self.owner.click()

    def _fit_words(self) -> None:
        """Say in full who said it where there is room, else in a word."""
        full = QCoreApplication.translate("CaseHeader", "Customer said")
        chips = (self.stage, self.severity, self.owner)
        pair = self._said_mark.width() + self._said_code.sizeHint().width() + 38
        room = self.width() - sum(chip.sizeHint().width() for chip in chips if chip.isVisibleTo(self)) - pair
        fits = theme().face(Type.META).width(full) <= room
        self._said.setText(full if fits else QCoreApplication.translate("CaseHeader", "Customer:"))
        self._said.setToolTip("" if fits else full)

    def _show_severity(self, case: CaseDetail) -> None:
        claimed, verified = case.severity_claimed, case.severity_verified
        shown = verified or claimed
        self.severity.setVisible(bool(case.severities))
        if shown is None:
            self.severity.show_value(QCoreApplication.translate("CaseHeader", "No severity yet"))
        else:
            words = (
                QCoreApplication.translate("CaseHeader", "{code} {name}, verified")
                if verified
                else QCoreApplication.translate("CaseHeader", "{code} {name}, not verified")
            )
            text = words.format(code=moments.ltr(shown.code), name=shown.name)
            self.severity.show_value(text, SeverityMark(shown.rank, verified=verified is not None, size=16))
            self.severity.setAccessibleName(f"{labels.severity_spoken(shown.rank, shown.code)}, {text}")
        pair = claimed is not None and verified is not None
        for part in (self._said, self._said_mark, self._said_code):
            part.setVisible(pair)
        if claimed is not None:
            self._fit_words()
            spoken = labels.severity_spoken(claimed.rank, claimed.code)
            self._said_mark.show_mark(SeverityMark(claimed.rank, size=15), spoken)
            self._said_code.setText(moments.ltr(claimed.code))

    @staticmethod
    def _menu_of(chip: Chip, chosen: Callable[[QAction], None]) -> QMenu:
        menu = styled_menu(chip)
        menu.setToolTipsVisible(True)
        menu.triggered.connect(chosen)
        chip.set_menu(menu)
        return menu

    def _fill_stages(self, case: CaseDetail) -> None:
        self._stage_menu.clear()
        for choice in case.stages:
            if choice.id == case.stage.id:
                continue
            words = QCoreApplication.translate("CaseHeader", "{stage}…") if choice.asks else "{stage}"
            action = QAction(words.format(stage=choice.name), self._stage_menu)
            action.setData(choice)
            action.setEnabled(not choice.refused)
            action.setToolTip(choice.refused)
            self._stage_menu.addAction(action)

    def _fill_owners(self, case: CaseDetail) -> None:
        self._owner_menu.clear()
        group = QActionGroup(self._owner_menu)
        for person in case.agents:
            action = QAction(person.name, self._owner_menu)
            action.setData(person.id)
            action.setCheckable(True)
            action.setChecked(case.owner is not None and case.owner.id == person.id)
            group.addAction(action)
            self._owner_menu.addAction(action)
        self._owner_menu.addSeparator()
        queue = QAction(
            qicon("tray"), QCoreApplication.translate("CaseHeader", "Back to the queue"), self._owner_menu
        )
        queue.setEnabled(case.owner is not None)
        self._owner_menu.addAction(queue)

    def _stage_chosen(self, action: QAction) -> None:
        self.stage_asked.emit(action.data())

    def _owner_chosen(self, action: QAction) -> None:
        self.owner_asked.emit(action.data())


class CaseHead(QWidget):
    """Title and chips, at the top of the case column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Title()
        self.chips = Chips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(self.title)
        column.addWidget(self.chips)

    def show_case(self, case: CaseDetail) -> None:
        """Show another state of the case."""
        self.title.show_title(case.title)
        self.chips.show_case(case)
