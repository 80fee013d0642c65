"""The first row of the case: number, branch, and what concerns the whole case; it only asks, never acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.remote.button import RemoteButton
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, icon_button, name_icon_button
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import right_to_left
from supportdesk.ui.widgets.texts import ElidedLabel, Line, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from supportdesk.services.views import CaseDetail

PADDING = 20


class Toolbar(QWidget):
    """Number and branch at the start, what concerns the whole case at the end. 48 high."""

    act_asked = Signal(object)  # CaseAct
    details_asked = Signal()
    follow_asked = Signal(bool)
    step_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = label("", Type.BODY_NUMBERS, "muted", selectable=True)
        self._copy = icon_button(
            "copy-simple", QCoreApplication.translate("CaseHeader", "Copy the case number")
        )
        self._branch = ElidedLabel("", Type.META, "muted")
        self.others = ElidedLabel("", Type.META, "text2")
        self.others.hide()
        self._others_mark = MarkView(IconMark("eye", "text2", 15))
        self._others_mark.hide()
        self.call = Button(QCoreApplication.translate("CaseHeader", "Call"), icon="phone")
        self.remote = RemoteButton()
        self.details = Button(QCoreApplication.translate("CaseHeader", "Details"), icon="list-bullets")
        self.follow = icon_button("bell", "")
        self.follow.setCheckable(True)
        self.more = icon_button(
            "dots-three-bold", QCoreApplication.translate("CaseHeader", "More for this case")
        )
        self._before = icon_button(
            "caret-up", QCoreApplication.translate("CaseHeader", "Previous case"), keys="Alt+↑"
        )
        self._after = icon_button(
            "caret-down", QCoreApplication.translate("CaseHeader", "Next case"), keys="Alt+↓"
        )
        self._more_menu: QMenu | None = None
        self._copied = ""
        self._lay_out()
        self._connect()

    def show_case(self, case: CaseDetail) -> None:
        """Show number, branch and whether the person follows the case."""
        self._copied = case.number
        self._number.setText(moments.ltr(case.number))
        self._branch.setText(case.branch)
        self.call.setToolTip(case.phone)
        self.follow.setChecked(case.followed)
        self.follow.set_icon("bell-fill" if case.followed else "bell")
        spoken = (
            QCoreApplication.translate("CaseHeader", "You follow this case. Stop following")
            if case.followed
            else QCoreApplication.translate("CaseHeader", "Follow this case")
        )
        name_icon_button(self.follow, spoken)

    def show_others(self, text: str, *, writing: bool) -> None:
        """Say who else is at the case; empty for nobody."""
        self.others.setText(text)
        self.others.setVisible(bool(text))
        self._others_mark.show_mark(IconMark("pencil-simple" if writing else "eye", "text2", 15))
        self._others_mark.setVisible(bool(text))

    def set_menu(self, menu: QMenu) -> None:
        """The menu behind the three dots."""
        self._more_menu = menu

    def fit(self, *, narrow: bool, details: bool) -> None:
        """Shorten where there is little room; `details` for a column that waits behind its button."""
        self.details.setVisible(details)
        self.call.setText("" if narrow else QCoreApplication.translate("CaseHeader", "Call"))
        self.call.setAccessibleName(QCoreApplication.translate("CaseHeader", "Call the contact"))
        self.remote.fit(narrow=narrow)
        self.follow.setVisible(not narrow)
        self.call.updateGeometry()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, 9, 0)
        row.setSpacing(8)
        row.addWidget(self._number)
        row.addSpacing(-4)
        row.addWidget(self._copy)
        row.addSpacing(-4)
        row.addWidget(MarkView(IconMark("git-branch", "muted", 15)))
        row.addSpacing(-2)
        row.addWidget(self._branch)
        row.addStretch(1)
        row.addWidget(self._others_mark)
        row.addSpacing(-3)
        row.addWidget(self.others)
        for button in (self.call, self.remote, self.details):
            row.addWidget(button)
        row.addSpacing(-2)
        row.addWidget(self.follow)
        row.addWidget(self.more)
        line = Line(down=True)
        line.setFixedHeight(theme().px(18))
        row.addWidget(line)
        row.addWidget(self._before)
        row.addWidget(self._after)
        self.setFixedHeight(theme().px(48))

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_number)
        self.call.clicked.connect(self._ask_call)
        self.remote.asked.connect(self._ask_remote)
        self.details.clicked.connect(self.details_asked)
        self.follow.clicked.connect(self.follow_asked)
        self.more.clicked.connect(self.open_menu)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)

    def open_menu(self) -> None:
        """Open the menu behind the three dots."""
        if self._more_menu is not None:
            wide = self._more_menu.sizeHint().width()
            shift = 0 if right_to_left() else self.more.width() - wide
            self._more_menu.popup(self.more.mapToGlobal(QPoint(shift, self.more.height() + 4)))

    def _copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)

    def _ask_call(self) -> None:
        self.act_asked.emit(CaseAct.CALL)

    def _ask_remote(self) -> None:
        self.act_asked.emit(CaseAct.REMOTE)

    def _step_back(self) -> None:
        self.step_asked.emit(-1)

    def _step_on(self) -> None:
        self.step_asked.emit(1)
