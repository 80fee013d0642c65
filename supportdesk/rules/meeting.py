"""How two people's changes of one field meet, decided from what it was before both; pure (sync B6).

`theirs` is what the hub has by now, `mine` what a person set without knowing of it, `base` what that person saw.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

How = Literal["mine", "same", "merged", "contested"]
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_TOKENS = 4000


@dataclass(frozen=True, slots=True)
class Met:
    """What a field comes to: the value it gets, and how that came about.

    `mine`: nobody else had changed it. `same`: both set the same. `merged`: both changes are in `value`. `contested`:
    one of two values must give way; `value` is then theirs, which stands until a person decides.
    """

    value: Any
    how: How


def meet(merge: str, base: object, theirs: object, mine: object) -> Met:
    """What comes of two changes of a field whose column declares `merge` (see store/tables/columns)."""
    if mine in (theirs, base):
        return Met(theirs, "same")
    if theirs == base:
        return Met(mine, "mine")
    return _both(merge, base, theirs, mine)


def _both(merge: str, base: object, theirs: object, mine: object) -> Met:
    """What comes of it when both have changed the field, and not to the same."""
    if merge == "max":
        values = [value for value in (theirs, mine) if value is not None]
        return Met(max(values), "merged")  # type: ignore[type-var]  # of one column's own type
    if merge == "set" and _are_lists(base, theirs, mine):
        return Met(_combined(base or [], theirs or [], mine or []), "merged")  # type: ignore[arg-type]
    if merge == "text" and isinstance(theirs, str) and isinstance(mine, str):
        text = merge_texts(base if isinstance(base, str) else "", theirs, mine)
        return Met(theirs, "contested") if text is None else Met(text, "merged")
    if isinstance(theirs, Mapping) and isinstance(mine, Mapping):
        return _by_part(base if isinstance(base, Mapping) else {}, theirs, mine)
    if _have_names(base, theirs, mine):
        return _by_name(base, theirs, mine)
    return Met(theirs, "contested")


def adopt(seen: object, now: object, chosen: object) -> Any:  # noqa: ANN401 - a value of the field
    """What a field comes to when `chosen` wins over `seen`, which has become `now` meanwhile.

    What was changed since stays wherever it does not touch the choice; where it does, the choice stands.
    """
    met = meet("text", seen, now, chosen)
    if met.how != "contested":
        return met.value
    if isinstance(now, Mapping) and isinstance(chosen, Mapping):
        before = seen if isinstance(seen, Mapping) else {}
        parts = {
            name: adopt(before.get(name), now.get(name), chosen.get(name))
            for name in dict.fromkeys((*now, *chosen))
        }
        return {name: value for name, value in parts.items() if value is not None}
    if _have_names(seen, now, chosen):
        return list(adopt(_named(seen), _named(now), _named(chosen)).values())
    return chosen


def _are_lists(*values: object) -> bool:
    return all(value is None or isinstance(value, list | tuple) for value in values)


def _combined(base: Sequence[Any], theirs: Sequence[Any], mine: Sequence[Any]) -> list[Any]:
    """What either added is in, what either took out is gone; in their order, then mine."""
    kept = [each for each in theirs if each in mine or each not in base]
    return kept + [each for each in mine if each not in base and each not in kept]


def _by_part(base: Mapping[str, Any], theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> Met:
    """Values with named parts, such as a report's, meet part by part; texts in them as texts do."""
    merged: dict[str, Any] = {}
    for name in dict.fromkeys((*theirs, *mine)):
        met = meet("text", base.get(name), theirs.get(name), mine.get(name))
        if met.how == "contested":
            return Met(theirs, "contested")
        if met.value is not None:
            merged[name] = met.value
    return Met(merged, "merged")


def _have_names(*values: object) -> bool:
    """Whether all are lists of records, each with a name of its own there."""
    rows = [value or [] for value in values]
    return all(
        isinstance(each, list)
        and all(isinstance(row, Mapping) and isinstance(row.get("name"), str) for row in each)
        and len({row["name"] for row in each}) == len(each)
        for each in rows
    )


def _named(rows: Any) -> dict[str, Any]:  # noqa: ANN401 - a list of records, or nothing
    return {row["name"]: row for row in rows or ()}


def _by_name(base: object, theirs: object, mine: object) -> Met:
    """Records with names, such as a report's checked points, meet each on its own; in their order, then mine."""
    met = _by_part(_named(base), _named(theirs), _named(mine))
    return Met(theirs, "contested") if met.how == "contested" else Met(list(met.value.values()), "merged")


def merge_texts(base: str, theirs: str, mine: str) -> str | None:
    """Both changes of a text in one, by lines, and within lines that both changed by words; None where they overlap."""
    pieces: list[str] = []
    for common, ours, others in _chunks(_LINES.findall(base), _LINES.findall(theirs), _LINES.findall(mine)):
        whole = _resolved("".join(common), "".join(ours), "".join(others))
        if whole is None:
            whole = _merge_words("".join(common), "".join(ours), "".join(others))
        if whole is None:
            return None
        pieces.append(whole)
    return "".join(pieces)


def _merge_words(base: str, theirs: str, mine: str) -> str | None:
    tokens = [_WORDS.findall(text) for text in (base, theirs, mine)]
    if not base or max(map(len, tokens)) > _MOST_TOKENS:
        return None
    pieces = [
        _resolved("".join(common), "".join(ours), "".join(others))
        for common, ours, others in _chunks(*tokens)
    ]
    return None if None in pieces else "".join(piece for piece in pieces if piece is not None)


def _resolved(base: str, theirs: str, mine: str) -> str | None:
    if theirs in (mine, base):
        return mine
    return theirs if mine == base else None


def _chunks(
    base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]
) -> list[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The three cut into pieces that belong together, at the tokens that all of them share."""
    in_theirs, in_mine = _places(base, theirs), _places(base, mine)
    chunks = []
    at_base = at_theirs = at_mine = 0
    for place in (
        *(place for place in range(len(base)) if place in in_theirs and place in in_mine),
        len(base),
    ):
        end_theirs = in_theirs.get(place, len(theirs))
        end_mine = in_mine.get(place, len(mine))
        chunks.append((base[at_base:place], theirs[at_theirs:end_theirs], mine[at_mine:end_mine]))
        if place < len(base):
            chunks.append((base[place : place + 1],) * 3)
        at_base, at_theirs, at_mine = place + 1, end_theirs + 1, end_mine + 1
    return chunks


def _places(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Where the tokens of the base that stayed stand in the other."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
