"""A visit's plan half filled in: what it holds as a value, kept as a draft while one types, and found again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.person import drafts
from supportdesk.services.views import DraftView
from supportdesk.workers.session import DeskSession

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk

KEEP_AFTER_MS = 500
_KIND = "visit_plan"


@dataclass(frozen=True, slots=True)
class PlanContent:
    """What the form of a new plan holds. `at` is an instant in UTC, figures are as they were typed.

    `asked` is the time and the engineer that the dialog was opened for, where it was opened for any.
    """

    organisation_id: UUID | None = None
    organisation: str = ""
    site_id: UUID | None = None
    engineer_id: UUID | None = None
    at: datetime | None = None
    expected_minutes: int | None = None
    travel_minutes: str = ""
    travel_km: str = ""
    bring: str = ""
    case_ids: tuple[UUID, ...] = ()
    asked: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """Under which name it is kept: each client has a draft of its own."""
        return f"{_KIND}:{self.organisation_id}" if self.organisation_id is not None else _KIND

    def as_plain(self) -> Mapping[str, Any]:
        """The content as plain values, for a draft."""
        return asdict(self)


def content_from_plain(plain: Mapping[str, Any]) -> PlanContent:
    """The inverse of `as_plain`; what another version of the program kept and this one can't read is left out."""
    minutes = plain.get("expected_minutes")
    listed = plain.get("case_ids")
    asked = plain.get("asked")
    return PlanContent(
        organisation_id=_id(plain.get("organisation_id")),
        organisation=str(plain.get("organisation") or ""),
        site_id=_id(plain.get("site_id")),
        engineer_id=_id(plain.get("engineer_id")),
        at=_instant(plain.get("at")),
        expected_minutes=minutes if type(minutes) is int else None,
        travel_minutes=str(plain.get("travel_minutes") or ""),
        travel_km=str(plain.get("travel_km") or ""),
        bring=str(plain.get("bring") or ""),
        case_ids=tuple(filter(None, map(_id, listed if isinstance(listed, list) else ()))),
        asked=(str(asked[0]), str(asked[1])) if isinstance(asked, list) and len(asked) == 2 else ("", ""),
    )


def _id(value: object) -> UUID | None:
    with suppress(ValueError):
        return UUID(str(value))
    return None


def _instant(value: object) -> datetime | None:
    with suppress(ValueError):
        at = datetime.fromisoformat(str(value))
        return at.astimezone(UTC) if at.tzinfo is not None else None
    return None


def latest(desk: Desk, organisation_id: UUID | None) -> DraftView | None:
    """A client's draft; without a client the plan that was left last."""
    if organisation_id is not None:
        return drafts.load(desk, PlanContent(organisation_id).key)
    return next((each for each in drafts.all_drafts(desk) if each.key.partition(":")[0] == _KIND), None)


class PlanDraft(QObject):
    """The draft of one dialog. `found` carries the DraftView that waited, `kept` one, `failed` a KnownError.

    It moves along when another client is chosen, so that a dialog leaves one draft behind at most.
    """

    found = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, content: Callable[[], PlanContent], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self.key: str | None = None
        self.underway = False
        self._blank = self._last = content()
        self._over = self._seeking = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep)

    @property
    def untouched(self) -> bool:
        """Whether the form holds what it began with."""
        return self._content() == self._blank

    @property
    def blank(self) -> bool:
        """Whether nothing was typed, and nothing chosen but a client; site and engineer come with the client."""
        blank = self._blank
        named = ("organisation_id", "organisation", "site_id", "engineer_id")
        return replace(self._content(), **{name: getattr(blank, name) for name in named}) == blank

    def note_blank(self) -> None:
        """What the form holds now was put there by nobody."""
        self._blank = self._last = self._content()

    def seek(self, organisation_id: UUID | None) -> None:
        """Look whether a draft waits; nothing is kept over it until that is known."""
        self._seeking = True
        self._session.ask(
            ("plan draft", id(self)), latest, organisation_id, then=self._found, failed=self._not_found
        )

    def later(self) -> None:
        """Keep what is typed soon."""
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._soon.isActive() and not self._over:
            self._soon.start()

    def keep(self) -> None:
        """Keep what is typed now, if there is anything new."""
        self._soon.stop()
        content = self._content()
        if self._over or self._seeking or content == self._last:
            return
        self._last = content
        if content != self._blank:
            self.underway = True
            former, self.key = self.key, content.key
            self._session.do(
                _save, content.key, former, content.as_plain(), then=self._kept, failed=self._not_kept
            )
        elif self.key is not None:
            self._session.do(drafts.discard, self.key)
            self.key = None

    def hold(self) -> None:
        """Keep nothing while the visit is being planned; then the draft is gone with it."""
        self._soon.stop()
        self._over = True

    def go_on(self) -> None:
        """It was not planned after all: keep on."""
        self._over = False
        self.later()

    def discard(self) -> None:
        """Forget the draft."""
        self.hold()
        if self.key is not None:
            self._session.do(drafts.discard, self.key)

    # ------------------------------------------------------------------ inside

    def _found(self, draft: DraftView | None) -> None:
        self._seeking = False
        if draft is None or not self.blank:
            self.later()
            return
        if self.key not in {None, draft.key}:
            self._session.do(drafts.discard, self.key)
        self.key = draft.key
        self.found.emit(draft)
        self._last = self._content()

    def _not_found(self, error: KnownError) -> None:
        self._seeking = False
        self.failed.emit(error)

    def _kept(self, draft: DraftView) -> None:
        self.underway = False
        self.kept.emit(draft)

    def _not_kept(self, error: KnownError) -> None:
        # The next try, at the latest when the dialog goes, is to keep it all.
        self.underway, self._last = False, self._blank
        self.failed.emit(error)


def keep_reason(desk: Desk, key: str, text: str) -> None:
    """Keep why a visit is to be cancelled, until it is; nothing is kept of an empty text."""
    if text:
        drafts.save(desk, key, {"why": text})
    else:
        drafts.discard(desk, key)


def _save(desk: Desk, key: str, former: str | None, content: Mapping[str, Any]) -> DraftView:
    saved = drafts.save(desk, key, content)
    if former not in {None, key}:
        drafts.discard(desk, str(former))
    return saved
