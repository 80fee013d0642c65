"""Folding: what people write in different ways is found in one, in French, English and Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.store.folding import fold

PAIRS = [
    # Arabic: alef with and without hamza or madda
    ("أحمد", "احمد"),
    ("إدارة", "اداره"),
    ("آخر", "اخر"),
    ("ٱلكتاب", "الكتاب"),
    # hamza on its bearers and alone
    ("مسؤول", "مسوول"),
    ("قائمة", "قايمه"),
    ("شيء", "شي"),
    ("سماء", "سما"),
    # taa marbuta and alef maqsura
    ("مدرسة", "مدرسه"),
    ("على", "علي"),
    ("مستشفى", "مستشفي"),
    # tatweel, vowel marks, shadda, tanween
    ("فـــاتورة", "فاتوره"),
    ("مُحَمَّد", "محمد"),
    ("شكرًا", "شكرا"),
    # Persian letters that a keyboard may give, presentation forms, digits
    ("کتاب", "كتاب"),
    ("علی", "علي"),
    ("ﻻ", "لا"),
    ("٢٠٢٦", "2026"),
    ("۱۲۳", "123"),
    # French and others
    ("Élève", "eleve"),
    ("Noël à l’hôpital", "noel a l'hopital"),
    ("GARÇON", "garcon"),
    ("cœur", "coeur"),
    ("Æsir", "aesir"),
    ("Straße", "strasse"),
    ("İstanbul", "istanbul"),
    ("Łódź", "lodz"),
    ("ﬁchier", "fichier"),
    ("① ½ ㎏", "1 1⁄2 kg"),
    ("co\u00adopé\u200brer", "cooperer"),
    ("e\u0301te\u0301", "été"),
]


@pytest.mark.parametrize(("written", "meant"), PAIRS)
def test_two_ways_of_writing_fold_to_one(written: str, meant: str) -> None:
    assert fold(written) == fold(meant)


@pytest.mark.parametrize(("one", "other"), [("salle", "salles"), ("سلام", "كلام"), ("n", "m"), ("12", "21")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_part_of_a_text_folds_to_a_part_of_the_folded_text(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text())
def test_capitals_do_not_matter(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(st.text())
def test_nothing_that_the_index_needs_for_itself_gets_through(text: str) -> None:
    assert not any("\ue000" <= sign <= "\uf8ff" or sign == "\0" for sign in fold(text))
