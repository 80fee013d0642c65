"""All contracts that run, in a list that can be searched; each opens the cases of its client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from supportdesk.services.dashboards.contract_register import MOST, running_contracts
from supportdesk.ui.dashboard.tables import ContractTable
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from datetime import date

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views import CaseQuery, ContractLine
    from supportdesk.ui.pages import Shell

_SIZE = (940, 660)
_QUIET_MS = 200


class AllContracts(ContractTable):
    """The same rows as on the dashboard, all of them at once."""

    most = MOST

    def nothing(self) -> str:
        return "" if self.count() else QCoreApplication.translate("Dashboard", "No contract matches")


class ContractsDialog(Dialog):
    """`opened` carries the list of the chosen client's cases and its title; then the dialog closes."""

    opened = Signal(object, str)

    def __init__(self, shell: Shell, today: date) -> None:
        super().__init__(shell.cover, QCoreApplication.translate("Dashboard", "All contracts"), size=_SIZE)
        self._session, self._today = shell.session, today
        self.wanted = Field(
            QCoreApplication.translate("Dashboard", "Client"),
            placeholder=QCoreApplication.translate("Dashboard", "Part of a name"),
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self.read)
        self.wanted.changed.connect(self._soon.start)
        self.table = AllContracts()
        self.table.opened.connect(self._open)
        self.count = label("", Type.META, "muted")
        self.body.addWidget(self.wanted)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.footer_start.addWidget(self.count)
        self.read()

    def read(self) -> None:
        """Ask for the contracts of the clients that are looked for."""
        self._session.ask(
            ("contracts", id(self)),
            running_contracts,
            self.wanted.text(),
            then=self._show,
            failed=self._say_trouble,
        )

    def close_with(self, result: object) -> None:
        super().close_with(result)
        self.deleteLater()

    def _show(self, lines: tuple[ContractLine, ...]) -> None:
        self.table.show_lines(lines, self._today)
        self.table.updateGeometry()
        text = QCoreApplication.translate("Dashboard", "%n contract(s)", None, len(lines))
        if len(lines) >= MOST:
            text = QCoreApplication.translate(
                "Dashboard", "The %n that end first; type part of a client’s name for the others", None, MOST
            )
        self.count.setText(text)

    def _open(self, query: CaseQuery, title: str) -> None:
        self.close_with(None)
        self.opened.emit(query, title)

    def _say_trouble(self, error: KnownError) -> None:
        self.wanted.set_error(" ".join(filter(None, (error.what, error.remedy))))
