"""A visit's plan half filled in: what it holds as a value, kept as a draft while one types, and found again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.person import drafts
from supportdesk.services.views import DraftView
from supportdesk.ui.visits.both_words import both_words
from supportdesk.workers.session import DeskSession

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.lanes import Task

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

    def over(self, seen: PlanContent, there: PlanContent) -> PlanContent:
        """This, typed over what was `seen`, with what stands `there`: what was not touched is as it is there.

        Words for the engineer are those of both, and so are the cases; anything else that was chosen here stays.
        """
        if there == seen:
            return self
        untouched = {
            each.name: getattr(there, each.name)
            for each in fields(self)
            if getattr(self, each.name) == getattr(seen, each.name)
        }
        dropped = set(seen.case_ids) - set(self.case_ids)
        added = (each for each in self.case_ids if each not in seen.case_ids)
        cases = (*(each for each in there.case_ids if each not in dropped), *added)
        met = replace(self, **untouched)
        bring = both_words(seen.bring, there.bring, self.bring)
        return replace(met, bring=bring, case_ids=tuple(dict.fromkeys(cases)), asked=self.asked)


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


@dataclass(slots=True)
class Ground:
    """What a draft is typed over, as the write lane knows it: what of the draft was seen here, or last kept from here.

    `waited` is what lay under its name and was not seen: it is in the draft now, and stays when the rest goes.
    """

    seen: PlanContent
    waited: PlanContent | None = None


class PlanDraft(QObject):
    """The draft of one dialog. `kept` carries the DraftView that was kept, `failed` a KnownError.

    `found` carries one that holds what the form does not, and over what the form was typed meanwhile.
    It moves along when another client is chosen, so that a dialog leaves one draft behind at most. What it finds
    where it comes to is never written over: the words of both are kept, and shown as soon as it is known.
    """

    found = Signal(object, object)  # DraftView, PlanContent
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, content: Callable[[], PlanContent], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self.key: str | None = None
        self._blank = self._last = content()
        self._ground = Ground(self._blank)
        self._underway: deque[PlanContent] = deque()
        self._sought: Task | None = None
        self._sought_for: tuple[UUID | None, str] = (None, "")
        self._over = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep)

    @property
    def underway(self) -> bool:
        """Whether something is being kept that may still find no room."""
        return bool(self._underway)

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
        """Look whether a draft waits."""
        if self._sought is not None:
            self._sought.cancel()
        self._sought_for = self._client
        # In turn with the acts: an answer from beside them could be older than what was left just now.
        self._sought = self._session.do(latest, organisation_id, then=self._found, failed=self._not_found)

    def later(self) -> None:
        """Keep what is typed soon."""
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._soon.isActive() and not self._over:
            self._soon.start()

    def keep(self) -> None:
        """Keep what is typed now, if there is anything new."""
        self._soon.stop()
        content = self._content()
        # A dialog that was left hears of what it asked even after the desk was.
        if self._over or content == self._last or not self._session.takes_acts:
            return
        self._last = content
        if content != self._blank:
            former, before, self.key = self.key, self._ground, content.key
            if former != self.key:
                # What waits under this name, if anything does, was not seen yet.
                self._ground = Ground(self._blank)
            self._underway.append(content)
            left = (former, before) if former not in {None, self.key} else None
            self._session.do(_save, content, self._ground, left, then=self._kept, failed=self._not_kept)
        else:
            self._drop()

    def hold(self) -> tuple[str | None, Ground]:
        """Keep what is typed and then nothing more while the visit is being planned; what is to go with it then."""
        self.keep()
        self._over = True
        return self.key, self._ground

    def go_on(self) -> None:
        """It was not planned after all: keep on."""
        self._over = False
        self._last = self._blank
        self.later()

    def discard(self) -> None:
        """Forget the draft."""
        self._soon.stop()
        self._over = True
        self._drop()

    # ------------------------------------------------------------------ inside

    @property
    def _client(self) -> tuple[UUID | None, str]:
        content = self._content()
        return content.organisation_id, content.organisation

    def _drop(self) -> None:
        if self.key is not None:
            self._session.do(gone, self.key, self._ground)
            self.key = None

    def _found(self, draft: DraftView | None) -> None:
        self._sought = None
        # What was kept here meanwhile meets it on the disk, and for another client it is not wanted any more.
        wanted = draft is not None and draft.key != self.key and self._client == self._sought_for
        if draft is not None and wanted and not self._over and self.blank:
            self._drop()
            self._show(draft, self._content())
            self._last = self._content()
            return
        if draft is not None and wanted and self.key is None and draft.key == self._content().key:
            self._show(draft, self._blank)
        self.later()

    def _show(self, draft: DraftView, seen: PlanContent) -> None:
        there = content_from_plain(draft.content)
        self.key, self._ground, self._last = draft.key, Ground(there), there
        self.found.emit(draft, seen)

    def _not_found(self, error: KnownError) -> None:
        self._sought = None
        self.failed.emit(error)

    def _kept(self, draft: DraftView) -> None:
        sent = self._underway.popleft()
        self.kept.emit(draft)
        if self.underway or self._over or draft.key != self.key:
            return
        if content_from_plain(draft.content) != sent:
            # More was there than the form knew.
            self._show(draft, sent)
            self.later()

    def _not_kept(self, error: KnownError) -> None:
        # The next try, at the latest when the dialog goes, is to keep it all.
        self._underway.popleft()
        self._last = self._blank
        self.failed.emit(error)


def gone(desk: Desk, key: str | None, ground: Ground) -> None:
    """What was typed is not wanted any more, or is planned; what waited before it and was not seen stays."""
    if key is None:
        return
    if ground.waited is not None:
        drafts.save(desk, key, ground.waited.as_plain())
    else:
        drafts.discard(desk, key)


def _save(
    desk: Desk, content: PlanContent, ground: Ground, left: tuple[str | None, Ground] | None
) -> DraftView:
    found = drafts.load(desk, content.key)
    there = content_from_plain(found.content) if found is not None else ground.seen
    saved = drafts.save(desk, content.key, content.over(ground.seen, there).as_plain())
    if there != ground.seen and ground.waited is None:
        ground.waited = there
    # Only now: what is tried again after a failure was typed over the same as at first.
    ground.seen = content
    if left is not None:
        gone(desk, *left)
    return saved
