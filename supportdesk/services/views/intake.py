"""What is shown while a request is typed and what waits for a person, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID

    from supportdesk.services.views.cases import EntitlementView, PersonView, SeverityChoice


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case or article that may already answer a new request; `share` from 0 to 1 says how alike it is."""

    kind: str
    id: UUID
    label: str
    title: str
    detail: str
    share: float
    severity_rank: int = 9


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """What the new-case dialog asks, made from the policy in the desk's language."""

    policy_code: str
    support_code: bool
    parts: tuple[tuple[str, str, str, str, bool], ...]  # id, name, hint, kind, required
    reasons: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    warning: str
    questions: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]  # id, text, (choice id, text)
    severities: tuple[SeverityChoice, ...]
    scope: str
    products: tuple[tuple[UUID, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class IntakeAdvice:
    """What this desk's copy says while a case is being typed; refreshed 300 ms after the last key."""

    organisation_id: UUID | None
    organisation: str
    contacts: tuple[PersonView, ...]
    contact: PersonView | None
    code_problem: str
    entitlement: EntitlementView | None
    named_contacts: tuple[int, int] | None
    proposed_severity: SeverityChoice | None
    first_response_seconds: int | None
    similar: tuple[Suggestion, ...]
    articles: tuple[Suggestion, ...]
    several: tuple[str, ...]
    form: IntakeForm | None
    readers: frozenset[UUID] = frozenset()  # contacts who may read the knowledge base only (SPK-8)


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """Something that waits for a person."""

    id: UUID
    kind: str
    case_id: UUID | None
    case_number: str
    title: str
    at: datetime
    sentence: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its currency."""

    amount: Decimal
    currency: str
