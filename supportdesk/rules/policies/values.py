"""The values that policy files are made of – texts in languages, choices, amounts of time – read from a section."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.policies.policy import Choice, Span, Unit
from supportdesk.rules.policies.problem import Path, shown
from supportdesk.rules.policies.reader import Section, kind_of, within

NO_TEXT = LocalisedText((("", ""),))
_MOST_OF_UNIT = {
    Unit.BUSINESS_HOURS: 10_000,
    Unit.BUSINESS_DAYS: 1_000,
    Unit.HOURS: 10_000,
    Unit.DAYS: 3_660,
}


def localised(section: Section, key: str) -> LocalisedText:
    """A text in every language of the policy; a plain text where the policy has one language only."""
    if not section.has(key):
        section.raw(key)
        section.report(key, "This is missing.", _form_of_texts(section))
        return NO_TEXT
    return optional_localised(section, key) or NO_TEXT


def optional_localised(section: Section, key: str) -> LocalisedText | None:
    """As `localised`; None where the key is left out."""
    value = section.raw(key)
    return _localised(section, (*section.path, key), value) if section.has(key) else None


def localised_list(section: Section, key: str, least: int, most: int) -> tuple[LocalisedText, ...]:
    """So many texts, each as in `localised`."""
    elements = list(section.elements(key, "texts"))
    if not least <= len(elements) <= most:
        section.report(key, f"There are {len(elements)} texts here.", f"From {least} to {most}.")
    path = (*section.path, key)
    return tuple(_localised(section, (*path, position), value) for position, value in elements[:most])


def choices(section: Section, key: str) -> tuple[Choice, ...]:
    """A list of things to choose from, each with an id of its own and a name; may be left out."""
    found = []
    for below in section.sections(key):
        found.append(Choice(id=below.identifier("id"), name=localised(below, "name")))
        below.close()
    once(section, key, [choice.id for choice in found])
    return tuple(found)


def once(section: Section, key: str, ids: list[str]) -> None:
    """Report every id of a list that an earlier element already has; blank ones were reported before."""
    seen: set[str] = set()
    for position, identifier in enumerate(ids, start=1):
        if identifier and identifier in seen:
            path = (*section.path, key, position)
            section.problems.add(
                path, f"The id {shown(identifier)} is used twice.", "Each id names one thing."
            )
        seen.add(identifier)


def span(section: Section, key: str, units: Collection[Unit] = tuple(Unit)) -> Span | None:
    """An amount of time in one of these units; None where the key is left out or wrong."""
    value = section.raw(key)
    return _span(section, (*section.path, key), value, units) if section.has(key) else None


def spans(section: Section, key: str, most: int, units: Collection[Unit] = tuple(Unit)) -> tuple[Span, ...]:
    """A list of amounts of time; may be left out."""
    elements = list(section.elements(key, "amounts of time"))
    if len(elements) > most:
        section.report(key, f"There are {len(elements)} of them.", f"{most} at most.")
    path = (*section.path, key)
    read = (_span(section, (*path, position), value, units) for position, value in elements[:most])
    return tuple(one for one in read if one is not None)


def _form_of_texts(section: Section) -> str:
    languages = section.languages or ("en",)
    if len(languages) == 1:
        return "A text in quotes."
    pairs = ", ".join(f'{language} = "…"' for language in languages)
    return f"A text in each language: {{ {pairs} }}."


def _localised(section: Section, path: Path, value: object) -> LocalisedText:
    if isinstance(value, str) and section.languages is not None and len(section.languages) == 1:
        text = value.strip() if section.good_text(path, value) else ""
        return LocalisedText(((section.languages[0], text),))
    if not isinstance(value, dict):
        section.problems.add(path, f"{shown(value)} is {kind_of(value)}.", _form_of_texts(section))
        return NO_TEXT
    languages = section.languages if section.languages is not None else tuple(value)
    for language in value:
        if language not in languages:
            what = f"{shown(language)} is no language of this policy."
            section.problems.add((*path, language), what, f"Its languages are: {', '.join(languages)}.")
    texts = []
    for language in languages:
        if language not in value:
            what = f"The text in the language “{language}” is missing."
            section.problems.add(path, what, _form_of_texts(section))
        elif section.good_text((*path, language), value[language]):
            texts.append((language, value[language].strip()))
    return LocalisedText(tuple(texts)) if texts else NO_TEXT


def _span(section: Section, path: Path, value: object, units: Collection[Unit]) -> Span | None:
    example = f"{{ {next(iter(units))} = 2 }}"
    allowed = f"One unit and its amount, such as {example}. Units here: {', '.join(units)}."
    if not isinstance(value, dict) or len(value) != 1:
        section.problems.add(path, f"{shown(value)} is no amount of time.", allowed)
        return None
    ((unit, amount),) = value.items()
    if unit not in units:
        section.problems.add((*path, unit), f"{shown(unit)} is no unit that counts here.", allowed)
        return None
    most = _MOST_OF_UNIT[Unit(unit)]
    if isinstance(amount, bool) or not isinstance(amount, (int, Decimal)):
        section.problems.add((*path, unit), f"{shown(amount)} is {kind_of(amount)}.", "A number.")
    elif not within(amount, 0, most) or amount == 0:
        bounds = f"More than 0 and at most {most}, with four decimals at most."
        section.problems.add((*path, unit), f"{shown(amount)} is not possible here.", bounds)
    else:
        return Span(Decimal(amount), Unit(unit))
    return None
