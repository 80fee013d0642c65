"""What is known, looked up: articles in the reader's language (ONX-5), tracking notes; writing them is `knowledge`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, case, func, select

from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import FileView
from supportdesk.services.views.directory import ArticleLine, ArticleView, TrackingNoteLine
from supportdesk.store import search
from supportdesk.store.composed import Record
from supportdesk.store.kept_uploads import STORED
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.work import (
    ARTICLE,
    CASE_ARTICLE,
    CASE_TRACKING_NOTE,
    PRODUCT,
    RELEASE,
    TRACKING_NOTE,
)

_SHOWN = 100


def articles(
    desk: Desk, text: str = "", *, audience: str | None = None, limit: int = _SHOWN
) -> tuple[ArticleLine, ...]:
    """Articles with words that begin so, best first; without a text the latest. Each number once.

    Of a number's texts the one in the reader's language is given, else the one that was found. `audience` client
    leaves out what only engineers may read.
    """
    with desk.store.read() as conn:
        if text.strip():
            found = list(search.find_articles(conn, text, limit * 3))
            numbers = _numbers(conn, found)
        else:
            numbers = _latest_numbers(conn, limit)
        return _lines(conn, desk, numbers, audience, limit)


def article(desk: Desk, article_id: UUID) -> ArticleView:
    """One article as it is written; KnownError if this desk has no such article."""
    with desk.store.read() as conn:
        row = get_row(conn, ARTICLE, article_id)
        languages = conn.scalars(
            select(ARTICLE.c.language)
            .where(ARTICLE.c.number == row["number"], ~ARTICLE.c.deleted)
            .order_by(ARTICLE.c.row)
        )
        author = conn.scalar(select(AGENT.c.name).where(AGENT.c.id == row["author_id"]))
        return ArticleView(
            id=row["id"],
            number=row["number"],
            language=row["language"],
            title=row["title"],
            body=row["body"],
            audience=row["audience"],
            kind=row["kind"],
            product_id=row["product_id"],
            author=author or "",
            updated_at=row["updated_at"],
            languages=tuple(languages),
            files=_files(conn, desk, article_id),
        )


def tracking_notes(
    desk: Desk, *, product_id: UUID | None = None, released: bool | None = None, limit: int = _SHOWN
) -> tuple[TrackingNoteLine, ...]:
    """Known defects and changes, latest first; `released` tells those a release has settled from the others."""
    cases = (
        select(func.count())
        .where(CASE_TRACKING_NOTE.c.tracking_note_id == TRACKING_NOTE.c.id, ~CASE_TRACKING_NOTE.c.deleted)
        .scalar_subquery()
    )
    statement = (
        select(
            TRACKING_NOTE.c.id,
            TRACKING_NOTE.c.number,
            TRACKING_NOTE.c.kind,
            TRACKING_NOTE.c.title,
            PRODUCT.c.name.label("product"),
            TRACKING_NOTE.c.fixed_in,
            RELEASE.c.released_on,
            cases.label("cases"),
        )
        .select_from(
            TRACKING_NOTE.outerjoin(PRODUCT, PRODUCT.c.id == TRACKING_NOTE.c.product_id).outerjoin(
                RELEASE, RELEASE.c.id == TRACKING_NOTE.c.release_id
            )
        )
        .where(~TRACKING_NOTE.c.deleted)
        .order_by(TRACKING_NOTE.c.row.desc())
        .limit(limit)
    )
    if product_id is not None:
        statement = statement.where(TRACKING_NOTE.c.product_id == product_id)
    if released is not None:
        settled = TRACKING_NOTE.c.release_id.is_not(None)
        statement = statement.where(settled if released else ~settled)
    with desk.store.read() as conn:
        return tuple(
            TrackingNoteLine(
                row.id,
                row.number,
                row.kind,
                row.title,
                row.product or "",
                row.fixed_in or "",
                row.released_on,
                row.cases,
            )
            for row in conn.execute(statement)
        )


def _files(conn: Connection, desk: Desk, article_id: UUID) -> tuple[FileView, ...]:
    of_a_hub = desk.store.side == "desk"
    rows = conn.execute(
        select(ATTACHMENT, AGENT.c.name.label("author"))
        .outerjoin(AGENT, AGENT.c.id == ATTACHMENT.c.by_id)
        .where(ATTACHMENT.c.article_id == article_id, ~ATTACHMENT.c.deleted)
        .order_by(ATTACHMENT.c.id)
    )
    return tuple(
        FileView(
            row.id,
            row.name,
            row.size,
            row.media_type or "",
            row.state if of_a_hub else STORED,
            (row.author or "") if of_a_hub and row.by_id != desk.actor else "",
        )
        for row in rows
    )


def _numbers(conn: Connection, article_ids: list[UUID]) -> list[str]:
    rows = conn.execute(
        select(ARTICLE.c.id, ARTICLE.c.number).where(ARTICLE.c.id.in_(article_ids), ~ARTICLE.c.deleted)
    )
    numbers = {row.id: row.number for row in rows}
    return list(dict.fromkeys(numbers[each] for each in article_ids if each in numbers))


def _latest_numbers(conn: Connection, limit: int) -> list[str]:
    first = func.min(ARTICLE.c.row)
    rows = conn.scalars(
        select(ARTICLE.c.number)
        .where(~ARTICLE.c.deleted)
        .group_by(ARTICLE.c.number)
        .order_by(first.desc())
        .limit(limit)
    )
    return list(rows)


def _lines(
    conn: Connection, desk: Desk, numbers: list[str], audience: str | None, limit: int
) -> tuple[ArticleLine, ...]:
    rows: dict[str, Record] = {}
    language = desk.language.replace("-", "_").split("_", 1)[0]
    for row in conn.execute(_texts(numbers, language)).mappings():
        if audience is None or row["audience"] == audience:
            rows.setdefault(row["number"], row)
    chosen = [rows[number] for number in numbers if number in rows][:limit]
    return tuple(
        ArticleLine(
            id=row["id"],
            number=row["number"],
            title=row["title"],
            language=row["language"],
            audience=row["audience"],
            kind=row["kind"],
            used=row["used"],
            fallback=row["language"] != language,
        )
        for row in chosen
    )


def _texts(numbers: list[str], language: str) -> Select[*tuple[Any, ...]]:
    """The texts of these articles, the reader's language first, each with how many cases it served."""
    used = (
        select(func.count(CASE_ARTICLE.c.case_id.distinct()))
        .where(CASE_ARTICLE.c.article_id == ARTICLE.c.id, CASE_ARTICLE.c.how.in_(("used", "sent")))
        .scalar_subquery()
    )
    own_first = case((ARTICLE.c.language == language, 0), else_=1)
    return (
        select(
            ARTICLE.c.id,
            ARTICLE.c.number,
            ARTICLE.c.title,
            ARTICLE.c.language,
            ARTICLE.c.audience,
            ARTICLE.c.kind,
            used.label("used"),
        )
        .where(ARTICLE.c.number.in_(numbers), ~ARTICLE.c.deleted)
        .order_by(own_first, ARTICLE.c.row)
    )
