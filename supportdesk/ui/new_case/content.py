"""What the new-case form holds, as a value: kept as a draft, turned into a question for advice and into cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from supportdesk.domain.words import LinkKind
from supportdesk.services.cases import cases, linking
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.services.registers import knowledge
from supportdesk.services.views import DraftKind

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk, Done

DRAFT_KEY = DraftKind.NEW_CASE.value
# These parts of a template have a place of their own on a case.
SUMMARY, DESCRIPTION, ERROR_MESSAGE = "summary", "description", "error_message"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything typed and chosen. A support code never is part of it: whom it identified is.

    `template` has the answers by part, without the summary; `aspects` are the summaries of a split request, empty
    while it is one case. `same_cause` are cases and `sent` articles to note once the case is there; `tried` are
    articles with their names. `files` wait with their bytes already kept; `coming` are the places of those that are
    still to be kept.
    """

    organisation_id: UUID | None = None
    organisation: str = ""
    contact_id: UUID | None = None
    product_id: UUID | None = None
    version: str = ""
    summary: str = ""
    aspects: tuple[str, ...] = ()
    template: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    area: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    severity: str | None = None
    mine: bool = True
    same_cause: tuple[UUID, ...] = ()
    sent: tuple[UUID, ...] = ()
    tried: tuple[tuple[UUID, str], ...] = ()
    files: tuple[NewFile, ...] = ()
    coming: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was typed or chosen that would be missed."""
        return replace(self, mine=True) == Content()

    def joined(self, then: Content) -> Content:
        """This and what was typed before it was seen: no word of either is lost, a choice counts where it is first."""
        told = {each.name: getattr(self, each.name) or getattr(then, each.name) for each in fields(self)}
        caller = self if self.organisation_id is not None else then
        for name in ("organisation_id", "organisation", "contact_id"):
            told[name] = getattr(caller, name)
        told["mine"] = self.mine
        told["template"] = {**then.template, **self.template}
        for part, text in then.template.items():
            told["template"][part] = _both(self.template.get(part), text)
        if self.aspects:
            told["aspects"] = (*self.aspects, *(then.aspects or filter(None, (then.summary,))))
        told["summary"] = _both(self.summary, then.summary)
        for name in ("same_cause", "sent", "tried", "files", "coming"):
            told[name] = tuple(dict.fromkeys((*getattr(self, name), *getattr(then, name))))
        return Content(**told)

    def next_of_caller(self) -> Content:
        """The beginning of another case of the same caller."""
        return Content(
            organisation_id=self.organisation_id,
            organisation=self.organisation,
            contact_id=self.contact_id,
            product_id=self.product_id,
            version=self.version,
            mine=self.mine,
        )

    def as_plain(self) -> dict[str, Any]:
        """The content as plain values, for a draft."""
        return asdict(self)

    def question(self, policy_code: str | None) -> IntakeDraft:
        """What the services are asked for advice with."""
        texts = [str(self.template.get(DESCRIPTION) or "")]
        texts += [
            value
            for part, value in self.template.items()
            if part not in {DESCRIPTION, ERROR_MESSAGE} and isinstance(value, str)
        ]
        return IntakeDraft(
            summary=self.summary,
            body="\n".join(filter(None, texts)),
            error_message=str(self.template.get(ERROR_MESSAGE) or ""),
            organisation_id=self.organisation_id,
            contact_id=self.contact_id,
            product_id=self.product_id,
            policy_code=policy_code,
            answers=self.answers,
            severity=self.severity,
        )

    def cases(self, policy_code: str | None, owner_id: UUID | None) -> tuple[NewCase, ...]:
        """One case, or one for each aspect of a split request; the files go with the first."""
        body = str(self.template.get(DESCRIPTION) or "")
        one = NewCase(
            title=self.summary,
            body=body,
            organisation_id=self.organisation_id,
            contact_id=self.contact_id,
            owner_id=owner_id,
            product_id=self.product_id,
            product_version=self.version or None,
            area=self.area,
            reason=self.reason,
            template={part: value for part, value in self.template.items() if value not in {None, ""}},
            answers=self.answers,
            severity=self.severity,
            articles_tried=tuple(article_id for article_id, _name in self.tried),
            files=self.files,
            policy_code=policy_code,
        )
        if not self.aspects:
            return (one,)
        first, *others = (replace(one, title=aspect) for aspect in self.aspects)
        return first, *(replace(other, files=()) for other in others)


def _both(first: object, then: object) -> object:
    """Two answers to one question: words one after the other, of anything else the first that was given."""
    if isinstance(first, str) and isinstance(then, str):
        return " ".join(filter(None, (first, then)))
    return then if first is None else first


def content_from_plain(plain: Mapping[str, Any]) -> Content:
    """The inverse of `as_plain`, also of a draft kept by an older version: what is unknown is left out."""

    def ids(name: str) -> tuple[UUID, ...]:
        return tuple(UUID(str(each)) for each in plain.get(name, ()))

    def one(name: str) -> UUID | None:
        return UUID(str(plain[name])) if plain.get(name) else None

    return Content(
        organisation_id=one("organisation_id"),
        organisation=str(plain.get("organisation", "")),
        contact_id=one("contact_id"),
        product_id=one("product_id"),
        version=str(plain.get("version", "")),
        summary=str(plain.get("summary", "")),
        aspects=tuple(str(each) for each in plain.get("aspects", ())),
        template=dict(plain.get("template", {})),
        reason=plain.get("reason"),
        area=plain.get("area"),
        answers={str(key): str(value) for key, value in plain.get("answers", {}).items()},
        severity=plain.get("severity"),
        mine=bool(plain.get("mine", True)),
        same_cause=ids("same_cause"),
        sent=ids("sent"),
        tried=tuple((UUID(str(article_id)), str(name)) for article_id, name in plain.get("tried", ())),
        files=tuple(
            NewFile(str(each["sha256"]), int(each["size"]), str(each["name"]), str(each["media_type"]))
            for each in plain.get("files", ())
        ),
        coming=tuple(str(path) for path in plain.get("coming", ())),
    )


def log(desk: Desk, content: Content, policy_code: str | None) -> Done:
    """Log the request as one case, or as several that are linked; its draft goes with it."""
    wanted = content.cases(policy_code, desk.actor if content.mine else None)
    if len(wanted) == 1:
        return cases.log_case(desk, wanted[0], draft_key=DRAFT_KEY)
    return cases.log_split(desk, wanted, draft_key=DRAFT_KEY)


def note_what_was_taken(desk: Desk, content: Content, case_id: UUID) -> tuple[Done, ...]:
    """Note on the case that was logged which cases have the same cause and which articles were sent."""
    linked = (linking.link(desk, case_id, other, LinkKind.SAME_CAUSE) for other in content.same_cause)
    sent = (knowledge.use_article(desk, case_id, article_id, how="sent") for article_id in content.sent)
    return (*linked, *sent)
