"""Cases and articles that may already answer a text; how alike they are, the search index says."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, case, func, select

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import Suggestion
from supportdesk.store import search
from supportdesk.store.search import Likeness
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import ARTICLE, CASE_ARTICLE

_SHOWN = 4
_LOOKED_AT = 12
# Less than this of what a text says is a word in common, not the same thing.
_LEAST_SHARE = 0.3


def cases_like(
    conn: Connection, desk: Desk, text: str, *, but: UUID | None = None, limit: int = _SHOWN
) -> tuple[Suggestion, ...]:
    """Cases that speak of the same, most alike first; cases merged away and the one in hand (`but`) left out.

    `detail` is client and stage, `label` the number.
    """
    alike = _worth_showing(search.similar_cases(conn, text, _LOOKED_AT))
    rows = conn.execute(
        select(
            CASE.c.id,
            CASE.c.number,
            CASE.c.title,
            CASE.c.policy_code,
            CASE.c.policy_version,
            CASE.c.stage,
            CASE.c.severity_rank,
            ORGANISATION.c.name.label("organisation"),
        )
        .outerjoin(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id)
        .where(CASE.c.id.in_(list(alike)), CASE.c.merged_into.is_(None), CASE.c.id != but)
    )
    found = [
        Suggestion(
            kind="case",
            id=row.id,
            label=row.number,
            title=row.title,
            detail=" · ".join(
                part
                for part in (
                    row.organisation,
                    _stage(desk, row.policy_code, row.policy_version, row.stage),
                )
                if part
            ),
            share=alike[row.id],
            severity_rank=row.severity_rank,
        )
        for row in rows
    ]
    return _best(found, limit)


def articles_like(conn: Connection, desk: Desk, text: str, *, limit: int = _SHOWN) -> tuple[Suggestion, ...]:
    """Articles that speak of the same, most alike first, each in the best language for the reader (ONX-5).

    `detail` is how many cases it was of use for, in figures.
    """
    alike = _worth_showing(search.similar_articles(conn, text, _LOOKED_AT))
    served = (
        select(func.count(CASE_ARTICLE.c.case_id.distinct()))
        .where(CASE_ARTICLE.c.article_id == ARTICLE.c.id, CASE_ARTICLE.c.how.in_(("used", "sent")))
        .scalar_subquery()
    )
    own_language = case((ARTICLE.c.language == _base(desk.language), 0), else_=1)
    rows = conn.execute(
        select(ARTICLE.c.id, ARTICLE.c.number, ARTICLE.c.title, served.label("served"))
        .where(ARTICLE.c.id.in_(list(alike)), ~ARTICLE.c.deleted)
        .order_by(own_language, ARTICLE.c.row)
    )
    by_number: dict[str, Suggestion] = {}
    for row in rows:
        held = by_number.get(row.number)
        share = max(alike[row.id], held.share if held else 0.0)
        kept = held or Suggestion("article", row.id, row.number, row.title, str(row.served), share)
        by_number[row.number] = Suggestion(kept.kind, kept.id, kept.label, kept.title, kept.detail, share)
    return _best(list(by_number.values()), limit)


def _worth_showing(alike: tuple[Likeness, ...]) -> dict[UUID, float]:
    return {each.id: each.share for each in alike if each.share >= _LEAST_SHARE}


def _best(found: list[Suggestion], limit: int) -> tuple[Suggestion, ...]:
    return tuple(sorted(found, key=lambda each: (-each.share, each.label))[:limit])


def _base(language: str) -> str:
    return language.replace("-", "_").split("_", 1)[0]


def _stage(desk: Desk, policy_code: str, version: int, stage_id: str) -> str:
    try:
        return desk.policies.version(policy_code, version).stage(stage_id).name.in_language(desk.language)
    except (KnownError, KeyError):
        return stage_id
