"""SAG-3: one request, one case; a text that asks several things is told from one that asks one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.several_things import MOST_THINGS, several_things
from tests.rules.examples import examples

SEVERAL = [
    (
        "en",
        "Pay slips print blank after the 9.4.2 update, and the bank file export is missing two employees",
        ("Pay slips print blank after the 9.4.2 update", "The bank file export is missing two employees"),
    ),
    (
        "en",
        "How do I print the balance sheet? How do I export it to Excel? Where is the VAT setting?",
        ("How do I print the balance sheet?", "How do I export it to Excel?", "Where is the VAT setting?"),
    ),
    (
        "en",
        "Some points:\n1. How do I close the year?\n2. Why is the VAT report empty?\n3) Can we add a currency?\nThanks",
        ("How do I close the year?", "Why is the VAT report empty?", "Can we add a currency?"),
    ),
    (
        "en",
        "Invoices print blank. Also, the stock valuation is wrong since Monday.",
        ("Invoices print blank.", "The stock valuation is wrong since Monday."),
    ),
    (
        "en",
        "Invoices print blank. Which driver do I install? The VAT report is late. How do we send it to the office?",
        (
            "Invoices print blank. Which driver do I install?",
            "The VAT report is late. How do we send it to the office?",
        ),
    ),
    (
        "fr",
        "Comment clôturer l'exercice ? Où se trouve le paramétrage de la TVA ?",
        ("Comment clôturer l'exercice ?", "Où se trouve le paramétrage de la TVA ?"),
    ),
    (
        "fr_CA",
        "L'édition du bilan est vide, et les écritures de banque ne s'importent plus.",
        ("L'édition du bilan est vide", "Les écritures de banque ne s'importent plus."),
    ),
    (
        "fr",
        "L'import bancaire échoue. Par ailleurs, le journal des ventes ne s'affiche plus.",
        ("L'import bancaire échoue.", "Le journal des ventes ne s'affiche plus."),
    ),
    (
        "fr",
        "Bonjour :\n- le bulletin de paie est faux\n- la sauvegarde ne part plus",
        ("Le bulletin de paie est faux", "La sauvegarde ne part plus"),
    ),
    (
        "ar",
        "كيف أطبع الميزانية العمومية؟ وكيف أصدّر تقرير المخزون إلى إكسل؟",
        ("كيف أطبع الميزانية العمومية؟", "وكيف أصدّر تقرير المخزون إلى إكسل؟"),
    ),
    (
        "ar",
        "تقرير المبيعات لا يفتح. وأيضًا فاتورة الشراء لا تُطبع منذ أمس.",
        ("تقرير المبيعات لا يفتح.", "فاتورة الشراء لا تُطبع منذ أمس."),
    ),
    (
        "ar",
        "١. تقرير المبيعات فارغ\n٢. النسخ الاحتياطي توقف",
        ("تقرير المبيعات فارغ", "النسخ الاحتياطي توقف"),
    ),
    (
        "de",
        "Wie drucke ich die Bilanz? Wo finde ich die Steuereinstellung?",
        ("Wie drucke ich die Bilanz?", "Wo finde ich die Steuereinstellung?"),
    ),
]
ONE = [
    ("en", "When I click Save, and the program crashes"),
    ("en", "The report is empty. Why? Is there a fix? Can you help us?"),
    ("en", "Why does the report crash? Does it also crash on other workstations?"),
    ("en", "The server shows error 500 and the log says connection refused"),
    ("en", "The import fails. Steps:\n1. Open the import window\n2. Choose the bank file\n3. Press start"),
    ("fr", "Quand je clique sur Enregistrer, et la fenêtre se ferme."),
    ("fr", "Le bulletin de paie est faux. Pouvez-vous m'aider ?"),
    ("fr", "Le total est faux. Pourquoi ?"),
    ("ar", "تقرير المبيعات فارغ. هل يمكنكم المساعدة؟"),
]


@pytest.mark.parametrize(("language", "text", "things"), SEVERAL)
def test_SAG_3_several_things_are_told_apart(language: str, text: str, things: tuple[str, ...]) -> None:
    assert several_things(text, language) == things


@pytest.mark.parametrize(("language", "text"), ONE)
def test_SAG_3_one_thing_stays_one(language: str, text: str) -> None:
    assert several_things(text, language) == (" ".join(text.split()),)


@pytest.mark.parametrize("case", examples("sage", kind="one_request_one_ticket"), ids=lambda case: case["id"])
def test_SAG_3_so_many_questions_so_many_cases(case: dict[str, int]) -> None:
    asked = [
        f"Comment imprimer le rapport numéro {number} des ventes ?" for number in range(case["questions"])
    ]
    assert len(several_things(" ".join(asked), "fr")) == case["tickets"]


def test_a_blank_text_asks_nothing() -> None:
    assert several_things(" \n\t ", "en") == ()
    assert several_things(" : ", "en") == ()


LANGUAGES = st.sampled_from(["en", "fr", "ar", "de", ""])


@given(st.text(max_size=300), LANGUAGES)
def test_nothing_is_invented_and_nothing_raises(text: str, language: str) -> None:
    things = several_things(text, language)
    assert len(things) <= MOST_THINGS
    assert all(thing.strip() for thing in things)
    known = {word.casefold() for word in text.split()}
    for thing in things:
        first, *others = thing.split()
        assert {word.casefold() for word in others} <= known
        assert any(word.endswith(first.casefold()) for word in known)


@given(st.lists(st.sampled_from(["invoice total", "stock report", "bank import"]), min_size=2, max_size=9))
def test_SAG_3_a_list_of_problems_is_as_many_cases(problems: list[str]) -> None:
    text = "\n".join(f"{number}. The {problem} is wrong" for number, problem in enumerate(problems, start=1))
    assert len(several_things(text, "en")) == len(problems)


@pytest.mark.parametrize("text", [" " * 500_000, "، " * 50_000, "a, and the " * 50_000, "- x y\n" * 50_000])
def test_a_very_long_text_is_read_quickly(text: str) -> None:
    began = time.thread_time()
    for language in ("en", "fr", "ar"):
        several_things(text, language)
    assert time.thread_time() - began < 2
