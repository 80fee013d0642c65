"""What is done in a client's File Station: asked about in a dialog, done off the window's thread, told in place."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from supportdesk.domain.file_names import safe_name
from supportdesk.services.entitlements import data_files, file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.ui import moments
from supportdesk.ui.file_station.audit_dialog import AuditDialog, AuditDraft
from supportdesk.ui.file_station.cards import may_erase
from supportdesk.ui.file_station.dialogs import (
    Day,
    DayDialog,
    Deposit,
    DepositDialog,
    EraseDialog,
    Why,
    WhyDialog,
)
from supportdesk.ui.widgets.file_place import begin_at_home

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.entitlements.data_files import Chosen
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.file_station import AuditView, DataFileView
    from supportdesk.ui.file_station.client_side import ClientSide
    from supportdesk.ui.file_station.station import StationDesk
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.widgets.dialog import Dialog


class StationActs(QObject):
    """The acts of the client in view; what moves bytes is done one at a time, whichever client is in view then."""

    def __init__(self, shell: Shell, station: StationDesk, side: ClientSide) -> None:
        super().__init__(side)
        self._shell, self._station, self._side = shell, station, side
        self._depositing: Deposit | None = None
        self._wanted: Why | None = None
        self._place = Path()
        # What was typed and has not been done yet; a dialog that is opened again has it.
        self._reasons: dict[UUID, str] = {}
        self._audits: dict[UUID, AuditDraft] = {}
        self._answered: Callable[[Any], None] | None = None
        side.deposit_asked.connect(self.deposit)
        side.taken.connect(self._ask_why)
        side.day_asked.connect(self._ask_day)
        side.erase_asked.connect(self._ask_erase)
        side.audit_asked.connect(self._ask_audit)
        work = station.work
        side.cancelled.connect(work.cancel)
        work.came.connect(side.show_share)
        work.ended.connect(self._moved)
        work.failed.connect(self._not_moved)
        work.let_be.connect(self._let_be)

    def today(self) -> date:
        """The civil day at this desk."""
        return self._shell.session.now().astimezone(self._shell.zone).date()

    # ------------------------------------------------------------ depositing

    def deposit(self, place: Path | None = None) -> None:
        """Ask about a file, by default one that is chosen now, and deposit it for the client in view."""
        if self._side.view is None or self._station.work.is_busy:
            return
        if place is None:
            dialog = QFileDialog(self._side, QCoreApplication.translate("FileStation", "Choose a data file"))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._open(dialog)
            dialog.fileSelected.connect(self._look_at)
        else:
            self._look_at(str(place))

    def _look_at(self, name: str) -> None:
        self._side.forgive()
        self._shell.session.ask(None, _chosen, Path(name), then=self._ask_about, failed=self._side.refuse)

    def _ask_about(self, chosen: Chosen) -> None:
        if self._side.view is not None:
            zone = self._shell.zone
            self._ask(DepositDialog(self._shell.cover, self._side.view, chosen, self.today(), zone))

    def _keep(self, said: Deposit) -> None:
        if self._station.work.is_busy:
            return
        self._depositing = said
        told = QCoreApplication.translate("FileStation", "Sealing {name}")
        self._side.show_work(told.format(name=moments.ltr(said.chosen.path.name)))
        self._station.keep(said.chosen)

    def _note(self, file: NewFile, said: Deposit) -> None:
        noon = datetime.combine(said.copied_on, time(12), self._shell.zone)
        copied_at = min(noon.astimezone(UTC), self._shell.session.now())
        self._shell.session.do(
            _deposit, self._station, file, said, copied_at, then=self._deposited, failed=self._side.refuse
        )

    def _deposited(self, _done: Done) -> None:
        self._shell.say(QCoreApplication.translate("FileStation", "The data file was deposited"))

    # ------------------------------------------------------------ taking a copy

    def take(self, file: DataFileView, why: str, place: str) -> None:
        """Log a copy, and write it to a place."""
        if self._side.view is None or self._station.work.is_busy:
            return
        told = QCoreApplication.translate("FileStation", "Saving a copy of {name}")
        self._side.show_work(told.format(name=moments.ltr(file.name)))
        self._wanted, self._place = Why(file, why), Path(place)
        client = self._side.view.client.organisation_id
        self._shell.session.do(
            file_station.take_copy, client, file.id, why, then=self._hand_out, failed=self._not_moved
        )

    def _choose_place(self, said: Why) -> None:
        self._wanted = said
        dialog = QFileDialog(self._side, QCoreApplication.translate("FileStation", "Save the copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._open(dialog)
        dialog.selectFile(safe_name(said.file.name))
        dialog.fileSelected.connect(self._place_chosen)

    def _place_chosen(self, place: str) -> None:
        if self._wanted is not None:
            self.take(self._wanted.file, self._wanted.reason, place)

    def _hand_out(self, _logged: Done) -> None:
        if self._wanted is not None:
            self._reasons.pop(self._wanted.file.id, None)
            self._station.hand_out(self._wanted.file.id, self._place)
            self._wanted = None

    # ------------------------------------------------------------ what was under way has ended

    def _moved(self, result: object) -> None:
        self._side.end_work()
        depositing, self._depositing = self._depositing, None
        if isinstance(result, NewFile) and depositing is not None:
            self._note(result, depositing)
        elif isinstance(result, Path):
            told = QCoreApplication.translate("FileStation", "{name} was saved and is what was deposited")
            self._shell.say(told.format(name=moments.ltr(result.name)))

    def _not_moved(self, error: KnownError) -> None:
        self._let_be()
        self._side.refuse(error)

    def _let_be(self) -> None:
        self._depositing = self._wanted = None
        self._side.end_work()

    # ------------------------------------------------------------ what is asked about

    def _ask_why(self, file: DataFileView) -> None:
        self._ask(WhyDialog(self._shell.cover, file, self._reasons))

    def _ask_day(self, file: DataFileView) -> None:
        if self._side.view is not None:
            sooner = may_erase(self._side.view)
            self._ask(DayDialog(self._shell.cover, file, self.today(), sooner=sooner))

    def _ask_erase(self, file: DataFileView) -> None:
        if self._side.view is not None:
            self._ask(EraseDialog(self._shell.cover, self._side.view.client.name, file))

    def _ask_audit(self, audit: AuditView) -> None:
        self._side.forgive()
        AuditDialog(self._shell, audit, self._audits).open()

    def _ask(self, dialog: Dialog) -> None:
        self._side.forgive()
        answers: dict[type[Dialog], Callable[[Any], None]] = {
            DepositDialog: self._keep,
            WhyDialog: self._choose_place,
            DayDialog: self._set_day,
            EraseDialog: self._erase,
        }
        self._answered = answers[type(dialog)]
        dialog.closed.connect(self._answer)
        dialog.open()

    def _answer(self, said: object) -> None:
        if said is not None and self._answered is not None:
            self._answered(said)

    def _set_day(self, said: Day) -> None:
        if said.erase_on != said.file.erase_on:
            self._do(file_station.set_erase_day, said.file.id, said.erase_on)

    def _erase(self, file: DataFileView) -> None:
        self._do(file_station.erase, file.id)

    def _do(self, act: Callable[..., Done], *args: object) -> None:
        if self._side.view is not None:
            client = self._side.view.client.organisation_id
            self._shell.session.do(act, client, *args, failed=self._side.refuse)

    @staticmethod
    def _open(dialog: QFileDialog) -> None:
        begin_at_home(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _chosen(_desk: Desk, place: Path) -> Chosen:
    return data_files.choose(place)


def _deposit(desk: Desk, station: StationDesk, file: NewFile, said: Deposit, copied_at: datetime) -> Done:
    done = file_station.deposit(desk, said.client, file, copied_at=copied_at, erase_on=said.erase_on)
    station.settle(desk, file, said.chosen)
    return done
