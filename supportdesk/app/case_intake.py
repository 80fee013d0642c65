"""A new case as a script describes it: names become ids, parts and answers those of its policy."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel
from supportdesk.services.cases import cases
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.in_hand.stage_moves import Recorded
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import directory, intake
from supportdesk.services.queries.called import (
    Named,
    agent_called,
    choice_called,
    client_called,
    contact_called,
    thing_called,
)
from supportdesk.services.views import IntakeForm, Money

# What is said at length stands in the case and, where the policy asks for it, in this part of the request.
_DESCRIPTION = "description"
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def log(desk: Desk, shelf: FileShelf, options: argparse.Namespace) -> Done:
    """Log the case that the options describe. KnownError for a name that is none, RuleRefusal as `log_case`."""
    client_id, contact_id = _asker(desk, options)
    form = _form(desk, client_id, options.policy)
    product = _product(form, options.product)
    form = _form(desk, client_id, options.policy, product) if product else form
    template = _parts(form, options.part)
    body = options.said if options.said is not None else str(template.get(_DESCRIPTION, ""))
    if form is not None and body.strip() and any(part[0] == _DESCRIPTION for part in form.parts):
        template.setdefault(_DESCRIPTION, body)
    case = NewCase(
        title=options.title,
        body=body,
        organisation_id=client_id,
        contact_id=contact_id,
        owner_id=agent_called(desk, options.owner) if options.owner is not None else None,
        product_id=product,
        product_version=options.product_version,
        area=_choice("area", options.area, form.areas if form else ()),
        reason=_choice("reason", options.reason, form.reasons if form else ()),
        channel=Channel(choice_called("channel", options.channel, [(each, each) for each in Channel])),
        language=options.language,
        template=template,
        answers=_answers(form, options.answer),
        severity=options.severity,
        policy_code=None if client_id else options.policy,
        # Last, so that nothing is kept for a case that can't be described.
        files=tuple(shelf.keep(desk, path) for path in options.attach),
    )
    return cases.log_case(desk, case)


def recorded_of(options: argparse.Namespace) -> Recorded:
    """What the options record with a move (SPK-6)."""
    return Recorded(options.vendor, Money(*options.quote) if options.quote else None)


def _asker(desk: Desk, options: argparse.Namespace) -> tuple[UUID | None, UUID | None]:
    """The client and its contact; a contact alone leads to its client."""
    client_id = client_called(desk, options.client) if options.client is not None else None
    if options.contact is None:
        return client_id, None
    contact = contact_called(desk, options.contact, client_id)
    return client_id or contact.client_id, contact.id


def _form(
    desk: Desk, client_id: UUID | None, policy: str | None, product_id: UUID | None = None
) -> IntakeForm | None:
    """What the policy asks; that of the client, which another named beside it would only seem to replace."""
    if client_id is None:
        return intake.form(desk, policy_code=policy, product_id=product_id) if policy else None
    own = directory.organisation(desk, client_id).policy_code
    if policy is not None and policy != own:
        raise KnownError(
            f"The client's cases come under the policy “{own}”, not under “{policy}”.",
            "The case was not logged.",
            "Leave --policy out: it is for requests that name no client.",
        )
    return intake.form(desk, policy_code=own, product_id=product_id)


def _product(form: IntakeForm | None, called: str | None) -> UUID | None:
    if called is None:
        return None
    there = [Named(identity, name) for identity, name, _ in form.products] if form else []
    return thing_called("product", called, there).id


def _choice(what: str, called: str | None, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id of what was named; anything where the policy has no list, and what is none is the rules' to refuse."""
    if called is None or not choices:
        return called
    try:
        return choice_called(what, called, choices)
    except KnownError:
        return called


def _parts(form: IntakeForm | None, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    kinds = {identity: (name, kind) for identity, name, _, kind, _ in (form.parts if form else ())}
    found: dict[str, Any] = {}
    for called, text in given:
        part = choice_called("part of the request", called, [(each, kinds[each][0]) for each in kinds])
        _refuse_twice("part", part, found)
        if text.strip():
            found[part] = _part(part, kinds[part][1], text)
    return found


def _part(part: str, kind: str, text: str) -> str | bool:
    if kind in {"screenshot", "articles"}:
        raise KnownError(
            f"The part {part} is no text.",
            "The case was not logged.",
            "Give its files with --attach." if kind == "screenshot" else "Name the articles in the desk.",
        )
    if kind != "yes_no":
        return text
    answer = text.strip().casefold()
    if answer not in _YES | _NO:
        raise KnownError(
            f"The part {part} is answered by yes or no.",
            "The case was not logged.",
            f"Write --part {part}=yes or --part {part}=no.",
        )
    return answer in _YES


def _answers(form: IntakeForm | None, given: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    questions = form.questions if form else ()
    choices = {identity: offered for identity, _, offered in questions}
    found: dict[str, str] = {}
    for called, answer in given:
        question = choice_called("question", called, [(identity, text) for identity, text, _ in questions])
        _refuse_twice("question", question, found)
        found[question] = choice_called(f"answer to {question}", answer, choices[question])
    return found


def _refuse_twice(what: str, identity: str, found: Mapping[str, object]) -> None:
    if identity in found:
        raise KnownError(
            f"The {what} {identity} is given more than once.",
            "Which of them is meant can't be told. The case was not logged.",
            "Give it once.",
        )
