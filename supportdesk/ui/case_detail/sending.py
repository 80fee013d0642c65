"""Sends what the composer holds through the services, and brings it back when sending is undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supportdesk.domain.errors import RuleRefusal
from supportdesk.services.cases import information, remote_sessions, replies, visits
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind, TimelineSlice
from supportdesk.ui.case_detail.composer import Composer
from supportdesk.ui.case_detail.composer_sheets import Outgoing, files_of
from supportdesk.ui.case_detail.drafting import DraftKeeper, draft_key

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.pages import Shell


@dataclass(frozen=True, slots=True)
class _Underway:
    """What is being sent, or was sent last."""

    case_id: UUID
    outgoing: Outgoing


class Sending(QObject):
    """One thing is sent at a time; `payment_asked` when a refusal is answered by recording a payment."""

    payment_asked = Signal()

    def __init__(self, shell: Shell, composer: Composer, keeper: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._composer, self._keeper = shell, composer, keeper
        self._case: CaseDetail | None = None
        self._seen_until: datetime | None = None
        self._now: _Underway | None = None
        self._sent: dict[UUID, _Underway] = {}
        composer.send_asked.connect(self._send)
        composer.way_asked.connect(self._take_way)
        shell.session.done.connect(self._done_somewhere)
        self._refusal: KnownError | None = None

    def begin(self) -> None:
        """Another case comes into view; nothing of it has been seen yet."""
        self._case = self._seen_until = None

    def show_case(self, case: CaseDetail) -> None:
        """The case that is written on."""
        self._case = case

    def show_timeline(self, found: TimelineSlice) -> None:
        """What the writer has before the eyes: a later word of the client's holds a reply back."""
        self._seen_until = max((item.at for item in found.items), default=None)

    def _send(self, outgoing: Outgoing) -> None:
        if self._case is None:
            return
        self._keeper.flush()
        self._start(_Underway(self._case.id, outgoing))

    def _start(self, underway: _Underway) -> None:
        self._now, self._refusal = underway, None
        outgoing = underway.outgoing
        self._keeper.drop(underway.case_id, outgoing.kind)
        key = draft_key(underway.case_id, outgoing.kind)
        act, named = self._act(underway)
        self._shell.session.do(
            act, underway.case_id, then=self._succeed, failed=self._fail, draft_key=key, **named
        )

    def _act(self, underway: _Underway) -> tuple[Any, dict[str, Any]]:
        outgoing, values = underway.outgoing, underway.outgoing.values
        text = str(values.get("text", "")).strip()
        if outgoing.kind is DraftKind.NOTE:
            return replies.note, {"body": text, "files": files_of(values)}
        if outgoing.kind is DraftKind.CALL:
            seconds = int(values["minutes"]) * 60
            said = {"direction": values["direction"], "seconds": seconds, "then_stage": outgoing.stage}
            return replies.call, {"body": text, **said}
        if outgoing.kind is DraftKind.REMOTE:
            return log_session, {"values": dict(values)}
        if outgoing.kind is DraftKind.VISIT:
            organisation = self._case.organisation_id if self._case else None
            return plan_visit, {"values": dict(values), "organisation_id": organisation}
        if "items" in values:
            asked = {"items": tuple(values["items"]), "files": files_of(values)}
            return information.request_information, {"body": text, **asked}
        seen = self._seen_until if underway.outgoing.held_back else None
        said = {"then_stage": outgoing.stage, "files": files_of(values), "seen_until": seen}
        return replies.reply, {"body": text, **said}

    def _succeed(self, done: Done) -> None:
        underway, self._now = self._now, None
        if underway is None:
            return
        kind = underway.outgoing.kind
        if self._case is not None and self._case.id == underway.case_id:
            # What was kept of it since has what was sent in it, too.
            since = self._keeper.drop(underway.case_id, kind)
            self._composer.sent(kind, underway.outgoing.values)
            if since:
                self._composer.edited.emit(kind)
        if done.operation is not None and done.undoable:
            self._sent = {done.operation.id: underway}
        self._shell.say(_said(kind, asked="items" in underway.outgoing.values), undo=done)

    def _fail(self, error: KnownError) -> None:
        underway = self._now
        if underway is None:
            return
        self._refusal = error
        if self._case is None or self._case.id != underway.case_id:
            self._shell.refuse(error)
            return
        self._composer.refuse(error, self._way(error))
        self._composer.edited.emit(underway.outgoing.kind)

    def _way(self, error: KnownError) -> str:
        underway = self._now
        if isinstance(error, RuleRefusal):
            covered = self._case is None or self._case.entitlement.supported
            return "" if covered else QCoreApplication.translate("Composer", "Record a payment…")
        if underway is not None and underway.outgoing.held_back and underway.outgoing.kind is DraftKind.REPLY:
            return QCoreApplication.translate("Composer", "Send as it is")
        return ""

    def _take_way(self) -> None:
        underway, error = self._now, self._refusal
        if isinstance(error, RuleRefusal):
            self.payment_asked.emit()
        elif underway is not None:
            self._composer.send_anyway()

    def _done_somewhere(self, result: object) -> None:
        """An act was done, perhaps the one that takes back what was sent: the text returns."""
        operation = result.operation if isinstance(result, Done) else None
        if operation is None:
            return
        for undone in operation.deps:
            underway = self._sent.pop(undone, None)
            if underway is None:
                continue
            kind, values = underway.outgoing.kind, underway.outgoing.values
            if self._case is not None and self._case.id == underway.case_id:
                self._composer.take_back(kind, values)
            else:
                self._keeper.add(underway.case_id, kind, values)


def log_session(desk: Desk, case_id: UUID, values: dict[str, Any], draft_key: str) -> Done:
    """Log a remote session that is over: its beginning and its end (SYN-1 holds for the beginning)."""
    ended = desk.now()
    begun = remote_sessions.start_session(
        desk,
        case_id,
        tool=str(values["tool"]),
        consent_by=str(values.get("consent") or "") or None,
        started_at=ended - timedelta(minutes=int(values["minutes"])),
    )
    if begun.created is None:
        return begun
    note = str(values.get("text", ""))
    done = remote_sessions.end_session(desk, case_id, begun.created, ended_at=ended, note=note)
    drafts.discard(desk, draft_key)
    return done


def plan_visit(
    desk: Desk, case_id: UUID, values: dict[str, Any], organisation_id: UUID, draft_key: str
) -> Done:
    """Plan a visit for this case."""
    done = visits.plan(
        desk,
        organisation_id,
        planned_at=datetime.fromisoformat(str(values["at"])),
        engineer_id=UUID(str(values["engineer"])),
        case_ids=(case_id,),
    )
    drafts.discard(desk, draft_key)
    return done


def _said(kind: DraftKind, *, asked: bool) -> str:
    if asked:
        return QCoreApplication.translate("Composer", "Information asked for")
    return {
        DraftKind.REPLY: QCoreApplication.translate("Composer", "Reply sent"),
        DraftKind.NOTE: QCoreApplication.translate("Composer", "Note added"),
        DraftKind.CALL: QCoreApplication.translate("Composer", "Call logged"),
        DraftKind.VISIT: QCoreApplication.translate("Composer", "Visit planned"),
        DraftKind.REMOTE: QCoreApplication.translate("Composer", "Remote session logged"),
    }[kind]
