"""Between the popover and the TeamViewer account: which code is shown for which case; the account does the asking."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from supportdesk.services.cases.session_codes import CodeOffer, code_offer
from supportdesk.ui.remote import account_words
from supportdesk.ui.remote.connect_dialog import ConnectDialog
from supportdesk.ui.remote.invitation import invitation

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.remote.account import Account
    from supportdesk.ui.remote.client_session import ClientSession
    from supportdesk.ui.remote.start_popover import StartPopover


class ClientCodes(QObject):
    """One popover at a time. A code that comes after the popover was closed is kept all the same, and said.

    `reply_text` carries what is put into a reply; nothing is sent.
    """

    reply_text = Signal(str)

    def __init__(self, shell: Shell, account: Account | None, page: QObject) -> None:
        super().__init__(page)
        self._shell = shell
        self._account: Account | None = None
        self._popover: StartPopover | None = None
        self._case_id: UUID | None = None
        self._offer: CodeOffer | None = None
        self.dialog: ConnectDialog | None = None
        if account is not None:
            self.serve(account)

    def serve(self, account: Account) -> None:
        """Ask this account from now on."""
        self._account = account
        account.code_made.connect(self._made)
        account.code_refused.connect(self._refused)

    def attach(self, popover: StartPopover, case_id: UUID) -> None:
        """Serve a popover that was opened for a case."""
        self._popover, self._case_id, self._offer = popover, case_id, None
        part = popover.client
        part.asked.connect(self._make)
        part.cancelled.connect(self._cancel)
        part.reply_asked.connect(self._put_into_reply)
        part.connect_asked.connect(self._connect)
        popover.offer_client(offered=self._account is not None)
        if self._account is None:
            return
        self._account.look()
        if self._account.state.making == case_id:
            part.show_busy()
        self._shell.session.ask("session code", code_offer, case_id, then=self._known)

    def detach(self) -> None:
        """The popover is gone."""
        self._popover = None

    @property
    def _part(self) -> ClientSession | None:
        return self._popover.client if self._popover is not None else None

    def _known(self, found: CodeOffer) -> None:
        if found.case_id == self._case_id and found.current is not None:
            self._show(found)

    def _make(self) -> None:
        if self._account is not None and self._case_id is not None and self._part is not None:
            self._part.show_busy()
            self._account.make_code(self._case_id)

    def _cancel(self) -> None:
        if self._account is not None and self._part is not None:
            self._account.cancel_code()
            self._part.show_nothing()

    def _made(self, case_id: UUID, found: CodeOffer) -> None:
        if case_id == self._case_id:
            self._show(found)

    def _show(self, found: CodeOffer) -> None:
        self._offer = found
        if self._part is not None and found.current is not None:
            self._part.show_code(found.current, self._shell.session.now(), self._shell.zone)

    def _refused(self, case_id: UUID, error: KnownError) -> None:
        if case_id == self._case_id and self._part is not None:
            self._part.refuse(error)
        else:
            self._shell.refuse(account_words.refused(error))

    def _put_into_reply(self) -> None:
        found = self._offer
        if found is None or found.current is None or self._popover is None:
            return
        self._popover.close()
        self.reply_text.emit(invitation(found.current.client_link, found.language))

    def _connect(self) -> None:
        if self._account is None or self._popover is None:
            return
        # What covers the window and takes its clicks has to go first; what was typed is kept.
        self._popover.close()
        self.dialog = ConnectDialog(self._shell, self._account)
        self.dialog.closed.connect(self._closed)
        self.dialog.open()

    def _closed(self, _result: object) -> None:
        self.dialog = None
