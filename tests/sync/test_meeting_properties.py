"""How changes of one field meet, for any values: nothing typed is lost, and who changed nothing loses nothing."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.meeting import adopt, meet, merge_texts

VALUES = st.one_of(st.none(), st.integers(0, 3), st.sampled_from(["a", "b", "a b"]))
WORDS = st.sampled_from(["alpha", "beta", "gamma", "delta", "one", "two"])
TEXTS = st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=5).map("\n".join)
LISTS = st.lists(st.sampled_from("abcde"), unique=True, max_size=5)
MERGES = st.sampled_from(["park", "text", "set", "max", "hub"])
PARTS = st.dictionaries(st.sampled_from(["problems", "work_done", "advice"]), TEXTS, max_size=3)


def edited(draw: st.DrawFn, text: str, mark: str) -> tuple[str, str]:
    """The text with words of one person's own put somewhere; and those words."""
    place = draw(st.integers(0, len(text)))
    place = next((at for at in range(place, len(text)) if text[at] in " \n"), len(text))
    return f"{text[:place]} {mark} {text[place:]}", mark


@st.composite
def two_edits(draw: st.DrawFn) -> tuple[str, str, str]:
    base = draw(TEXTS)
    return base, edited(draw, base, "theirs7")[0], edited(draw, base, "mine8")[0]


@given(MERGES, VALUES, VALUES)
def test_an_untouched_side_gives_way(merge: str, base: object, changed: object) -> None:
    assert meet(merge, base, base, changed).value == changed
    assert meet(merge, base, changed, base).value == changed


@given(MERGES, VALUES, VALUES)
def test_the_same_change_twice_is_no_conflict(merge: str, base: object, changed: object) -> None:
    met = meet(merge, base, changed, changed)
    assert (met.value, met.how) == (changed, "same")


@given(VALUES, VALUES, VALUES)
def test_what_is_contested_leaves_theirs_standing(base: object, theirs: object, mine: object) -> None:
    met = meet("park", base, theirs, mine)
    assert met.how != "contested" or met.value == theirs
    assert met.how == meet("park", base, mine, theirs).how or base in (theirs, mine)


@given(LISTS, LISTS, LISTS)
def test_sets_meet_alike_from_both_sides(base: list[str], theirs: list[str], mine: list[str]) -> None:
    one, other = meet("set", base, theirs, mine).value, meet("set", base, mine, theirs).value
    assert set(one) == set(other)
    assert set(one) >= (set(theirs) - set(base)) | (set(mine) - set(base))
    gone = (set(base) - set(theirs)) | (set(base) - set(mine))
    assert not set(one) & gone


@given(two_edits())
def test_no_word_of_either_is_lost(texts: tuple[str, str, str]) -> None:
    base, theirs, mine = texts
    met = meet("text", base, theirs, mine)
    if met.how == "merged":
        assert "theirs7" in met.value
        assert "mine8" in met.value
        assert sorted(re.findall(r"\w+", base)) == sorted(
            word for word in re.findall(r"\w+", met.value) if word not in {"theirs7", "mine8"}
        )
    else:
        assert met.value == theirs


@given(TEXTS, TEXTS, TEXTS)
def test_texts_merge_to_the_same_words_from_both_sides(base: str, theirs: str, mine: str) -> None:
    one, other = merge_texts(base, theirs, mine), merge_texts(base, mine, theirs)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert sorted(one) == sorted(other)


@given(PARTS, PARTS, PARTS)
def test_parts_meet_one_by_one(base: dict[str, str], theirs: dict[str, str], mine: dict[str, str]) -> None:
    met = meet("park", base, theirs, mine)
    assert met.how != "contested" or json.dumps(met.value) == json.dumps(theirs)
    if met.how == "merged":
        for name in {*theirs, *mine}:
            if theirs.get(name) == base.get(name):
                assert met.value.get(name) == mine.get(name)


POINTS = st.dictionaries(
    st.sampled_from(["Backup", "Disk", "Printing", "Licence"]), st.sampled_from(["good", "watch", "bad"])
)


def rows(points: dict[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "health": health} for name, health in points.items()]


def named(found: list[dict[str, str]]) -> dict[str, str]:
    return {row["name"]: row["health"] for row in found}


@given(POINTS, POINTS, POINTS)
def test_records_with_names_meet_each_on_its_own(
    base: dict[str, str], theirs: dict[str, str], mine: dict[str, str]
) -> None:
    met = meet("text", rows(base), rows(theirs), rows(mine))
    alone = [
        meet("text", base.get(each), theirs.get(each), mine.get(each)) for each in {*theirs, *mine, *base}
    ]
    if any(each.how == "contested" for each in alone):
        assert met.how == "contested" or met.value == rows(theirs)
        return
    assert sorted(named(met.value).values()) == sorted(each.value for each in alone if each.value is not None)


@given(POINTS, POINTS, POINTS)
def test_who_settles_for_their_own_keeps_what_others_have_added_since(
    seen: dict[str, str], now: dict[str, str], chosen: dict[str, str]
) -> None:
    came_to = named(adopt(rows(seen), rows(now), rows(chosen)))
    for name in {*seen, *now, *chosen}:
        mine, before = chosen.get(name), seen.get(name)
        assert came_to.get(name) == (now.get(name) if mine == before else mine), name


@given(st.lists(st.just({"name": "Disk", "health": "good"}), min_size=2), POINTS)
def test_records_that_share_a_name_are_one_value(twice: list[dict[str, str]], points: dict[str, str]) -> None:
    assert meet("text", [], twice, rows({**points, "Backup": "good"})).how == "contested"
