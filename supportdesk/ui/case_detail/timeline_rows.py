"""Entries as the rows the timeline shows: which look, which words, what folds into one; pure values, no painting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from enum import Enum
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import EntryKind
from supportdesk.services.views import FileView, TimelineItem, TimelineSlice
from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail.file_chips import waiting_words
from supportdesk.ui.case_detail.timeline_deeds import deed, unaccepted
from supportdesk.ui.case_detail.timeline_words import Names, by_whom, icon_of, minutes, need_name
from supportdesk.ui.remote import lines as remote_lines

_FOLD = timedelta(minutes=5)


class Look(Enum):
    """How a row is drawn."""

    REPLY = "reply"  # white box with a label
    CLIENT = "client"  # sunken box
    NOTE = "note"  # noteBg box with lock
    TILE = "tile"  # tinted tile and two lines
    SYSTEM = "system"  # one muted line
    EARLIER = "earlier"  # the link to older items
    DAY = "day"  # the day that the timeline begins with
    NEWS = "news"  # what came since the last look starts here


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` stays the same as long as the row shows the same entry; `spoken` is for screen readers."""

    key: str
    look: Look
    at: datetime | None
    lead: str = ""
    detail: str = ""
    tag: str = ""
    time: str = ""
    zone: tzinfo | None = None
    body: str = ""
    icon: str = ""
    tint: str = "muted"
    author_id: UUID | None = None
    author: str = ""
    files: tuple[FileView, ...] = ()
    action: str = ""  # a button at the end of the second line
    item: TimelineItem | None = None
    deeds: tuple[str, ...] = field(default_factory=tuple)

    @property
    def exact(self) -> str:
        """The whole date and time; empty where the row belongs to no instant."""
        return moments.exact_moment(self.at, self.zone) if self.at is not None else ""

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        files = (" ".join(filter(None, (file.name, waiting_words(file)))) for file in self.files)
        return moments.listed((self.lead, self.detail, self.tag, self.time, self.body, *files))

    @property
    def copied(self) -> str:
        """The row as plain text for the clipboard."""
        head = " · ".join(part for part in (self.lead, self.detail, self.tag, self.exact) if part)
        return "\n".join(part for part in (head, self.body) if part)


def rows_of(found: TimelineSlice, names: Names, news_since: datetime | None = None) -> tuple[Row, ...]:
    """The rows of a slice: oldest first, system lines folded, with the mark of what is new since `news_since` (UTC)."""
    return tuple(_with_marks(list(_folded(_shown(found.items, names))), found, names, news_since))


def _with_marks(
    rows: Sequence[Row], found: TimelineSlice, names: Names, news_since: datetime | None
) -> Iterator[Row]:
    if found.earlier:
        text = QCoreApplication.translate("Timeline", "%n earlier item(s)", None, found.earlier)
        yield Row("earlier", Look.EARLIER, None, lead=text)
    elif rows and rows[0].at is not None:
        day = moments.day_text(
            rows[0].at.astimezone(names.zone).date(), names.now.astimezone(names.zone).date()
        )
        yield Row("day", Look.DAY, None, lead=day)
    marked = news_since is None
    for row in rows:
        if not marked and news_since is not None and row.at is not None and row.at > news_since:
            marked = True
            text = QCoreApplication.translate("Timeline", "New since you looked, {moment}")
            when = moments.moment(news_since, names.now, names.zone)
            yield Row("news", Look.NEWS, None, lead=text.format(moment=when))
        yield row


def _shown(items: Sequence[TimelineItem], names: Names) -> Iterator[Row]:
    for item in items:
        if item.kind is EntryKind.LOGGED:
            yield replace(_system(item, names), lead=deed(item, names), author="", author_id=None)
            if item.body:
                yield _message(item, names, Look.CLIENT)
        elif item.kind is EntryKind.CLIENT and item.data.get("call") and not item.body:
            # That the client spoke on the phone stands in the line of the call that follows.
            continue
        elif item.kind in {EntryKind.CALL, EntryKind.REMOTE_SESSION, EntryKind.VISIT}:
            yield _tile(item, names)
        elif item.kind is EntryKind.UNACCEPTED:
            yield _message(item, names, Look.NOTE)
        elif item.kind is EntryKind.ATTACHMENT and item.files:
            # In a box of its own, as its files are to be opened from there.
            yield replace(_message(item, names, Look.NOTE), tag=deed(item, names))
        elif item.system:
            yield _system(item, names)
        elif item.kind is EntryKind.NOTE or not item.public:
            yield _message(item, names, Look.NOTE)
        else:
            yield _message(item, names, Look.CLIENT if item.from_client else Look.REPLY)


def _folded(rows: Iterator[Row]) -> Iterator[Row]:
    held: Row | None = None
    for row in rows:
        if held is not None and _folds(held, row):
            deeds = (*held.deeds, *row.deeds)
            first = by_whom(deeds[0], held.author)
            held = replace(
                held,
                deeds=deeds,
                lead=" · ".join((first, *deeds[1:])),
                time=row.time,
                icon=row.icon,
                at=row.at,
            )
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _folds(first: Row, second: Row) -> bool:
    if first.look is not Look.SYSTEM or second.look is not Look.SYSTEM:
        return False
    if first.at is None or second.at is None or first.detail or second.detail:
        return False
    # What somebody wrote along stands on a line of its own.
    if any(row.item is not None and row.item.body for row in (first, second)):
        return False
    same = (first.author_id, first.author) == (second.author_id, second.author)
    return same and second.at - first.at <= _FOLD


def _system(item: TimelineItem, names: Names) -> Row:
    time = moments.moment(item.at, names.now, names.zone)
    done = deed(item, names)
    return Row(
        f"{item.id}:system",
        Look.SYSTEM,
        item.at,
        lead=by_whom(done, item.author),
        detail=_origin(item),
        time=time,
        zone=names.zone,
        icon=icon_of(item),
        author_id=item.author_id,
        author=item.author,
        item=item,
        deeds=(done,),
    )


def _message(item: TimelineItem, names: Names, look: Look) -> Row:
    time = moments.moment(item.at, names.now, names.zone)
    details = {
        Look.REPLY: _addressee(names),
        Look.CLIENT: _whence(item),
        Look.NOTE: "",
    }
    tags = {
        Look.REPLY: QCoreApplication.translate("Timeline", "Public reply"),
        Look.CLIENT: "",
        Look.NOTE: QCoreApplication.translate("Timeline", "Internal note"),
    }
    tag = tags[look]
    if item.kind is EntryKind.INFO_REQUEST:
        tag = QCoreApplication.translate("Timeline", "Request for information")
    elif item.kind is EntryKind.UNACCEPTED:
        tag = unaccepted(item)
    return Row(
        str(item.id),
        look,
        item.at,
        lead=item.author,
        detail=_joined(details[look], _origin(item), _taken_back(item)),
        tag=tag,
        time=time,
        zone=names.zone,
        body=_body(item),
        author_id=item.author_id,
        author=item.author,
        files=item.files,
        item=item,
    )


def _taken_back(item: TimelineItem) -> str:
    return QCoreApplication.translate("Timeline", "taken back") if item.data.get("undone") else ""


def _body(item: TimelineItem) -> str:
    asked = [need_name(str(thing)) for thing in item.data.get("items", ())]
    wanted = "\n".join(f"• {thing}" for thing in asked) if item.kind is EntryKind.INFO_REQUEST else ""
    reason = str(item.data.get("reason") or "") if item.kind is EntryKind.UNACCEPTED else ""
    return "\n".join(part for part in (item.body, wanted, reason) if part)


def _addressee(names: Names) -> str:
    if not names.contact:
        return ""
    return QCoreApplication.translate("Timeline", "to {name}").format(name=names.contact)


def _whence(item: TimelineItem) -> str:
    return _joined(item.organisation, labels.channel_name(item.channel) if item.channel else "")


def _origin(item: TimelineItem) -> str:
    if not item.from_case:
        return ""
    return QCoreApplication.translate("Timeline", "from case {number}").format(
        number=moments.ltr(item.from_case)
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _tile(item: TimelineItem, names: Names) -> Row:
    make = {EntryKind.CALL: _call, EntryKind.REMOTE_SESSION: _remote, EntryKind.VISIT: _visit}[item.kind]
    time = moments.moment(item.at, names.now, names.zone)
    row = make(item, names)
    return replace(
        row,
        time=time,
        zone=names.zone,
        detail=_joined(row.detail, _origin(item), _taken_back(item)),
        files=item.files,
    )


def _call(item: TimelineItem, names: Names) -> Row:
    incoming = item.data.get("direction") == "incoming"
    lead = QCoreApplication.translate("Timeline", "Phone call, {length}").format(
        length=minutes(item.data.get("seconds"))
    )
    caller = str(item.data.get("contact") or names.contact)
    person = caller if incoming else item.author
    detail = (
        QCoreApplication.translate("Timeline", "from {name}")
        if incoming
        else QCoreApplication.translate("Timeline", "made by {name}")
    ).format(name=person)
    return Row(
        str(item.id),
        Look.TILE,
        item.at,
        lead=lead,
        detail=detail if person else "",
        body=item.body,
        icon="phone-incoming-fill" if incoming else "phone-outgoing-fill",
        tint="call",
        author=item.author,
        item=item,
    )


def _remote(item: TimelineItem, _names: Names) -> Row:
    length = item.data.get("seconds", int(item.data.get("minutes") or 0) * 60)
    return Row(
        str(item.id),
        Look.TILE,
        item.at,
        lead=remote_lines.lead(item.data, minutes(length)),
        detail=_joined(*remote_lines.details(item.data), item.author),
        body=" ".join(part for part in (item.body, remote_lines.told(item.data)) if part),
        icon="monitor-play-fill",
        tint="remote",
        author=item.author,
        item=item,
    )


def _visit_lead(act: str, *, finished: bool) -> str:
    done = QCoreApplication.translate("Timeline", "Visit report {number}")
    planned = QCoreApplication.translate("Timeline", "Visit {number} planned")
    return {
        "revised": QCoreApplication.translate("Timeline", "Visit report {number} opened again"),
        "follow_up": QCoreApplication.translate("Timeline", "Recommended at visit {number}"),
        "moved": QCoreApplication.translate("Timeline", "Visit {number} planned otherwise"),
        "cancelled": QCoreApplication.translate("Timeline", "Visit {number} cancelled"),
        "added": QCoreApplication.translate("Timeline", "Put on visit {number}"),
        "removed": QCoreApplication.translate("Timeline", "Taken off visit {number}"),
    }.get(act, done if finished else planned)


def _visit(item: TimelineItem, _names: Names) -> Row:
    number, length = str(item.data.get("number", "")), item.data.get("seconds")
    finished = bool(length)
    lead = _visit_lead(str(item.data.get("act", "")), finished=finished).format(number=moments.ltr(number))
    on_site = (
        QCoreApplication.translate("Timeline", "on site {length}").format(length=minutes(length))
        if finished
        else ""
    )
    return Row(
        str(item.id),
        Look.TILE,
        item.at,
        lead=lead,
        detail=_joined(str(item.data.get("engineer") or item.author), on_site),
        body=item.body,
        icon="map-pin-fill",
        tint="visit",
        author=item.author,
        action=QCoreApplication.translate("Timeline", "Open report") if finished else "",
        item=item,
    )
