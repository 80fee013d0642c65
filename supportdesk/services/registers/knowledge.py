"""What is known: articles in several languages and tracking notes of defects; releases are next door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.numbering import next_number
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.work import ARTICLE, CASE_ARTICLE, CASE_TRACKING_NOTE, TRACKING_NOTE

AUDIENCES = ("client", "engineer")
ARTICLE_KINDS = ("article", "brochure")
NOTE_KINDS = ("fix", "feature", "change")
USES = ("tried", "sent", "used", "suggested", "written")


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article or a technical brochure in one language; `number` of another one makes it its translation (ONX-5)."""

    title: str
    body: str
    language: str
    audience: str = "client"
    kind: str = "article"
    number: str | None = None
    product_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewTrackingNote:
    """A known defect or change. `public_text` is what clients may read of it, by language."""

    title: str
    kind: str = "fix"
    number: str | None = None
    product_id: UUID | None = None
    public_text: Mapping[str, str] = field(default_factory=dict)
    fixed_in: str | None = None


def write_article(desk: Desk, article: NewArticle) -> Done:
    """Write an article; without a number it gets the next one (ONX-5)."""
    return do(desk, "article.write", desk.new_id(), asdict(article))


def edit_article(desk: Desk, article_id: UUID, **changes: object) -> Done:
    """Change an article's title, body, audience, kind or product_id."""
    return do(desk, "article.edit", article_id, changes)


def use_article(desk: Desk, case_id: UUID, article_id: UUID, *, how: str = "used") -> Done:
    """Note on a case that an article was tried by the client, sent, used, suggested, or written from the case."""
    return do(desk, "case.use_article", case_id, {"article_id": article_id, "how": how})


def create_tracking_note(desk: Desk, note: NewTrackingNote) -> Done:
    """Record a defect found or a change wanted (SAP-2); without a number it gets the next one."""
    return do(desk, "note.create", desk.new_id(), asdict(note))


def edit_tracking_note(desk: Desk, note_id: UUID, **changes: object) -> Done:
    """Change a tracking note's title, kind, public_text or fixed_in."""
    return do(desk, "note.edit", note_id, changes)


def link_tracking_note(desk: Desk, case_id: UUID, note_id: UUID) -> Done:
    """Say that a case comes from this defect; when a release settles it, the client is told (SAP-2)."""
    return do(desk, "case.link_tracking_note", case_id, {"note_id": note_id})


@handles("article.write", kind=Kind.APPEND, entity=Entity.ARTICLE)
def _write_article(work: Work, operation: Operation) -> Effect:
    values = _checked_article(operation.args)
    number = (values["number"] or "").strip() or _next_number(work, ARTICLE, "KB")
    _refuse_second_text(work, number, values["language"])
    records.add(work, ARTICLE, {**values, "number": number, "author_id": str(work.actor)})
    return records.added(work, work.root)


def _next_number(work: Work, table: Table, prefix: str) -> str:
    return next_number(work.conn, table, prefix, provisional=work.root if work.provisional else None)


@handles("article.edit", kind=Kind.EDIT, entity=Entity.ARTICLE)
def _edit_article(work: Work, operation: Operation) -> Effect:
    return records.edited(work, ARTICLE, _checked_article(operation.args))


@handles("case.use_article", kind=Kind.APPEND, entity=Entity.CASE)
def _use_article(work: Work, operation: Operation) -> Effect:
    how = _one_of(operation.args["how"], USES, "A use of an article")
    case = take(work, work.root)
    note_article(work, case.id, UUID(operation.args["article_id"]), how)
    article = get_row(work.conn, ARTICLE, UUID(operation.args["article_id"]))
    data = {"article": article["id"], "number": article["number"], "title": article["title"], "how": how}
    entry = case.write(Line(EntryKind.ARTICLE, data=data))
    case.touch(Aspect.LINKS)
    return Effect(case.put_down(), created=entry)


@handles("note.create", kind=Kind.APPEND, entity=Entity.TRACKING_NOTE)
def _create_note(work: Work, operation: Operation) -> Effect:
    values = _checked_note(operation.args)
    number = (values["number"] or "").strip() or _next_number(work, TRACKING_NOTE, "TN")
    taken = select(TRACKING_NOTE.c.id).where(TRACKING_NOTE.c.number == number)
    if work.conn.execute(taken).first() is not None:
        raise KnownError(
            f"There is a tracking note {number} already.",
            "Numbers are never used again. Nothing was saved.",
            "Leave the number out to get the next one.",
        )
    records.add(work, TRACKING_NOTE, {**values, "number": number})
    return records.added(work, work.root)


@handles("note.edit", kind=Kind.EDIT, entity=Entity.TRACKING_NOTE)
def _edit_note(work: Work, operation: Operation) -> Effect:
    return records.edited(work, TRACKING_NOTE, _checked_note(operation.args))


@handles("case.link_tracking_note", kind=Kind.APPEND, entity=Entity.CASE)
def _link_note(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    note = get_row(work.conn, TRACKING_NOTE, UUID(operation.args["note_id"]))
    linked = select(CASE_TRACKING_NOTE.c.id).where(
        CASE_TRACKING_NOTE.c.case_id == case.id,
        CASE_TRACKING_NOTE.c.tracking_note_id == note["id"],
        ~CASE_TRACKING_NOTE.c.deleted,
    )
    if work.conn.execute(linked).first() is not None:
        raise RuleRefusal(
            "SAP-2",
            f"The case is linked to {note['number']} already.",
            "Nothing was changed.",
            "Choose another note.",
        )
    link = {"case_id": case.id, "tracking_note_id": note["id"], "at": case.at}
    made = work.new_id()
    insert_row(work.conn, CASE_TRACKING_NOTE, made, operation, link)
    data = {
        "note": note["id"],
        "number": note["number"],
        "title": note["title"],
        "fixed_in": note["fixed_in"],
    }
    case.write(Line(EntryKind.TRACKING_NOTE, data=data))
    case.touch(Aspect.LINKS)
    return Effect(case.put_down(), created=made)


def note_article(work: Work, case_id: UUID, article_id: UUID, how: str) -> None:
    """The row that says how an article served a case; the line of the timeline is the caller's."""
    get_row(work.conn, ARTICLE, article_id)
    values = {"case_id": case_id, "article_id": article_id, "how": how, "at": work.now, "by_id": work.actor}
    insert_row(work.conn, CASE_ARTICLE, work.new_id(), work.operation, values)


def _refuse_second_text(work: Work, number: str, language: str) -> None:
    same = select(ARTICLE.c.id).where(ARTICLE.c.number == number, ARTICLE.c.language == language)
    if work.conn.execute(same).first() is not None:
        raise KnownError(
            f"{number} is written in this language already.",
            "A number has one text in each language (ONX-5). Nothing was saved.",
            "Edit that text, or leave the number out for an article of its own.",
        )


def _checked_article(args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    for name, what in (("title", "The title"), ("body", "The text"), ("language", "The language")):
        if name in values:
            values[name] = records.required(values[name], what)
    if "audience" in values:
        _one_of(values["audience"], AUDIENCES, "An audience")
    if "kind" in values:
        _one_of(values["kind"], ARTICLE_KINDS, "A kind of article")
    return values


def _checked_note(args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "title" in values:
        values["title"] = records.required(values["title"], "The title")
    if "kind" in values:
        _one_of(values["kind"], NOTE_KINDS, "A kind of tracking note")
    return values


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise KnownError(
            f"{what} can't be “{value}”.", "Nothing was saved.", f"Choose one of: {', '.join(allowed)}."
        )
    return value
