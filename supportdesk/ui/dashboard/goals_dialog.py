"""The targets that the dashboard measures against: two shares, each of which may be left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from supportdesk.services.dashboards.goals import Goals, goals, set_goals
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell

_SIZE = (420, 300)


class GoalsDialog(Dialog):
    """`closed` carries the kept Goals, None where it was left."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.cover, QCoreApplication.translate("Dashboard", "Targets"), size=_SIZE)
        self._session = shell.session
        hint = QCoreApplication.translate("Dashboard", "in per cent; empty for no target")
        self.responses = Field(
            QCoreApplication.translate("Dashboard", "First responses in time"), hint=hint, placeholder="95"
        )
        self.updates = Field(
            QCoreApplication.translate("Dashboard", "Updates in time"), hint=hint, placeholder="92"
        )
        self.body.addWidget(self.responses)
        self.body.addWidget(self.updates)
        self.body.addStretch(1)
        cancel = Button(QCoreApplication.translate("Dashboard", "Cancel"), ButtonKind.FLAT, large=True)
        cancel.clicked.connect(self.leave)
        self.save = Button(
            QCoreApplication.translate("Dashboard", "Save targets"), ButtonKind.PRIMARY, large=True
        )
        self.save.setEnabled(False)
        self.save.clicked.connect(self.keep)
        self.footer_end.addWidget(cancel)
        self.footer_end.addWidget(self.save)
        self._wanted = Goals()
        shell.session.ask(("goals", id(self)), goals, then=self._show)

    def keep(self) -> None:
        """Keep the targets, or say at which field the figure is none."""
        shares = []
        for field in (self.responses, self.updates):
            share = _share(field.text())
            if share is None:
                field.set_error(
                    QCoreApplication.translate("Dashboard", "A figure from 1 to 100, such as 95.")
                )
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            shares.append(share or None)
        self._wanted = Goals(*shares)
        self._session.do(set_goals, self._wanted, then=self._kept, failed=self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.save.isEnabled():
            self.keep()
        super().keyPressEvent(event)

    def close_with(self, result: object) -> None:
        super().close_with(result)
        self.deleteLater()

    def _show(self, found: Goals) -> None:
        for field, share in ((self.responses, found.first_responses), (self.updates, found.updates)):
            # What was typed before this was known stays.
            if not field.control.isModified():
                field.set_text("" if share is None else f"{round(share * 100, 1):g}")
        self.save.setEnabled(True)

    def _kept(self, _nothing: object) -> None:
        self.close_with(self._wanted)

    def _refused(self, error: KnownError) -> None:
        self.responses.set_error(" ".join(filter(None, (error.what, error.remedy))))


def _share(text: str) -> float | None:
    """What was typed as a share; 0 for an empty field, None for what is no figure from 1 to 100."""
    if not text:
        return 0.0
    try:
        # Digits of every script are read, and the decimal comma.
        figure = float(text.replace("%", "").replace(",", ".").replace("\N{ARABIC DECIMAL SEPARATOR}", "."))
    except ValueError:
        return None
    return figure / 100 if 1 <= figure <= 100 else None
