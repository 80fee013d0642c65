"""Makes a policy of its file's tables; whether the parts fit together is the matter of `policy_consistency`."""

from __future__ import annotations

import re

from supportdesk.domain.words import EntryKind
from supportdesk.rules.policies.calendars import read_calendar
from supportdesk.rules.policies.policy import (
    AfterHours,
    Intake,
    NamedContacts,
    Plan,
    Policy,
    Question,
    Severity,
    Target,
    TemplatePart,
)
from supportdesk.rules.policies.problem import shown
from supportdesk.rules.policies.reader import Section
from supportdesk.rules.policies.schema_stages import read_automatics, read_closing, read_stages
from supportdesk.rules.policies.schema_terms import (
    read_central,
    read_engagements,
    read_entitlement,
    read_visit,
)
from supportdesk.rules.policies.values import (
    choices,
    localised,
    localised_list,
    optional_localised,
    span,
)

PART_KINDS = ("text", "long_text", "choice", "yes_no", "number", "screenshot", "articles")
ANSWER_KINDS: tuple[str, ...] = (
    EntryKind.REPLY,
    EntryKind.CALL,
    EntryKind.INFO_REQUEST,
    EntryKind.REMOTE_SESSION,
    EntryKind.VISIT,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_SEVERITY_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,19}")


def read_policy(root: Section, text: str) -> Policy:
    """The policy of a file's top table. If any problem was noted it is incomplete and must not be used."""
    root.languages = _read_languages(root)
    effective_from = root.day("effective_from")
    stages = read_stages(root)
    policy = Policy(
        code=root.identifier("id"),
        version=root.whole("version", 1, 1_000_000),
        effective_from=effective_from,
        languages=root.languages or (),
        name=localised(root, "name"),
        summary=localised(root, "summary"),
        suits=localised(root, "suits"),
        highlights=localised_list(root, "highlights", 1, 3),
        calendar=read_calendar(root, effective_from),
        severities=tuple(_read_severity(section) for section in root.sections("severity", 20)),
        stages=stages,
        automatics=read_automatics(root, tuple(stage.id for stage in stages)),
        plans=tuple(_read_plan(section) for section in root.sections("plan", 50)),
        intake=_read_intake(root),
        entitlement=read_entitlement(root),
        closing=read_closing(root),
        engagements=read_engagements(root),
        visit=read_visit(root),
        central=read_central(root),
        first_response_met_by=_read_answers(root),
        text=text,
    )
    root.close()
    return policy


def _read_languages(root: Section) -> tuple[str, ...] | None:
    languages = root.references("languages")
    wrong = [language for language in languages if not _LANGUAGE.fullmatch(language)]
    if languages and not wrong:
        return languages
    what = f"{shown(wrong[0])} is no language code." if wrong else "The policy names no language."
    root.report("languages", what, 'Codes, the original language first: ["en", "fr"].')
    return None


def _read_answers(root: Section) -> frozenset[str]:
    section = root.section("response", required=False)
    if section is None:
        return frozenset({EntryKind.REPLY.value, EntryKind.CALL.value, EntryKind.INFO_REQUEST.value})
    answers = section.some_of("met_by", ANSWER_KINDS)
    if not answers:
        section.report("met_by", "Nothing would ever answer a case.", f"Some of: {', '.join(ANSWER_KINDS)}.")
    section.close()
    return frozenset(answers)


def _read_severity(section: Section) -> Severity:
    code = section.text("code")
    if code and not _SEVERITY_CODE.fullmatch(code):
        section.report("code", f"{shown(code)} can't be a code.", "20 letters, digits, - or _ at most.")
    first_response = span(section, "first_response")
    after_hours = section.section("after_hours", required=False)
    times = None
    if after_hours is not None:
        times = AfterHours(times=after_hours.figure("times", 1, 24))
        after_hours.close()
    severity = Severity(
        code=code,
        rank=section.whole("rank", 1, 20),
        name=localised(section, "name"),
        definition=optional_localised(section, "definition"),
        when=_read_when(section),
        first_response=Target(span=first_response, after_hours=times) if first_response else None,
        update_every=span(section, "update_every"),
        update_as_agreed=section.flag("update_as_agreed"),
    )
    if after_hours is not None and not section.has("first_response"):
        section.report("after_hours", "There is no first response to change after hours.", "Leave it out.")
    section.close()
    return severity


def _read_when(section: Section) -> tuple[tuple[tuple[str, str], ...], ...]:
    rows = []
    for position, row in section.elements("when", "answers"):
        path = (*section.path, "when", position)
        if isinstance(row, dict) and row and all(isinstance(answer, str) for answer in row.values()):
            rows.append(tuple((question, str(answer)) for question, answer in row.items()))
        else:
            what = f"{shown(row)} is no set of answers."
            section.problems.add(path, what, 'Questions and the ids of answers: { workaround = "yes" }.')
    return tuple(rows)


def _read_plan(section: Section) -> Plan:
    contacts = section.section("named_contacts", required=False)
    named = None
    if contacts is not None:
        named = NamedContacts(least=contacts.whole("least", 0, 1000), most=contacts.whole("most", 1, 1000))
        contacts.close()
        if named.least > named.most:
            contacts.report("least", f"{named.least} is more than the most, {named.most}.")
    plan = Plan(
        id=section.identifier("id"),
        name=localised(section, "name"),
        after_hours=section.flag("after_hours"),
        named_contacts=named,
    )
    section.close()
    return plan


def _read_intake(root: Section) -> Intake:
    found = root.section("intake")
    section = found if found is not None else Section({}, ("intake",), root.problems, root.languages)
    intake = Intake(
        support_code=section.flag("support_code", default=False),
        questions=tuple(_read_question(below) for below in section.sections("question", 10)),
        template=tuple(_read_part(below) for below in section.sections("part", 50)),
        reasons=choices(section, "reasons"),
        areas=choices(section, "areas"),
        wrong_values_warning=optional_localised(section, "wrong_values_warning"),
        suggest_articles=section.flag("suggest_articles", default=True),
        suggest_similar=section.flag("suggest_similar_cases", default=True),
        warn_several_things=section.flag("warn_several_things", default=True),
        scope=optional_localised(section, "scope"),
    )
    section.close()
    return intake


def _read_question(section: Section) -> Question:
    question = Question(
        id=section.identifier("id"),
        text=localised(section, "text"),
        choices=choices(section, "choices"),
    )
    if len(question.choices) < 2:  # noqa: PLR2004 - a question leaves a choice
        section.report("choices", "A question needs two answers or more.", "A list of { id, name }.")
    section.close()
    return question


def _read_part(section: Section) -> TemplatePart:
    part = TemplatePart(
        id=section.identifier("id"),
        name=localised(section, "name"),
        hint=optional_localised(section, "hint"),
        kind=section.one_of("kind", PART_KINDS),
        required=section.flag("required"),
    )
    section.close()
    return part
