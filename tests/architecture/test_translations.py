"""The translations that are there: each says with the same blanks what the source says; none need be complete."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

import pytest

from tests import translations

LOCALES = tuple(locale for locale in translations.LOCALES if locale != translations.ENGLISH)
# How many forms a count has in the language; the smallest numbers may be said without a digit.
FORMS = {"ar": 6, "fr": 2}
_BLANKS = re.compile(r"\{\w*\}|%n|%L?\d|</?\w+[^>]*>|\n")


def messages(locale: str) -> Iterator[tuple[str, str, list[str]]]:
    """Context, source and what is written for it, of all that is translated: one text, or one for each form."""
    for context in ET.parse(translations.FOLDER / f"supportdesk_{locale}.ts").iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                forms or [translation.text or ""],
            )


def unlike(source: str, text: str, *, counted: bool) -> bool:
    """Whether a translation is empty or has other blanks, tags or line breaks than its source."""
    asked, given = Counter(_BLANKS.findall(source)), Counter(_BLANKS.findall(text))
    if counted and "%n" not in given:
        del asked["%n"]
    return not text.strip() or asked != given


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_keep_what_is_filled_in(locale: str) -> None:
    wrong = [
        f"{context}: {source!r} → {text!r}"
        for context, source, texts in messages(locale)
        for number, text in enumerate(texts)
        if unlike(source, text, counted=len(texts) > 1 and number < len(texts) - 1)
    ]
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_counts_have_every_form(locale: str) -> None:
    wrong = [source for _, source, texts in messages(locale) if len(texts) not in {1, FORMS[locale]}]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "text", "counted"),
    [
        ("Moved to {stage}", "Étape modifiée", False),
        ("Moved to {stage}", "Étape : {etape}", False),
        ("%n case(s)", "dossiers", False),
        ("Save", " ", False),
        ("<b>Due</b> now", "Dû maintenant", False),
    ],
)
def test_what_is_lost_is_found(source: str, text: str, *, counted: bool) -> None:
    assert unlike(source, text, counted=counted)


def test_small_counts_may_be_said_in_words() -> None:
    assert not unlike("%n case(s)", "حالتان", counted=True)
