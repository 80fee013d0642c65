"""Requests for information (SPK-9): a checklist of what support needs, what has come and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from supportdesk.rules.cases.state import Refusal

RULE = "SPK-9"


class Need(StrEnum):
    """What support asks for."""

    STEPS = "steps"  # that reproduce the problem
    DATA_FILES = "data_files"
    SCREEN_CAPTURES = "screen_captures"
    LOG_FILES = "log_files"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist. `note` says more, and must for OTHER; `came_at` is when it came (UTC)."""

    need: Need
    note: str = ""
    came_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Checklist:
    """A request for information and how far it is answered. Items are named by their position from 0."""

    items: tuple[Item, ...]

    @property
    def came(self) -> tuple[int, ...]:
        """The items that have come."""
        return tuple(position for position, item in enumerate(self.items) if item.came_at is not None)

    @property
    def missing(self) -> tuple[int, ...]:
        """The items that have not."""
        return tuple(position for position, item in enumerate(self.items) if item.came_at is None)

    @property
    def complete(self) -> bool:
        """Whether everything has come."""
        return not self.missing


def ask(items: Iterable[tuple[Need, str]]) -> Checklist | Refusal:
    """A new request for these things, or why it can't be sent so."""
    asked = tuple(Item(need, note.strip()) for need, note in items)
    if not asked:
        return Refusal(RULE, "The request asks for nothing.", "Tick what is needed.")
    if any(item.need is Need.OTHER and not item.note for item in asked):
        return Refusal(RULE, "The request does not say what else is needed.", "Write it beside the tick.")
    if len(set(asked)) < len(asked):
        return Refusal(RULE, "The request asks for the same thing twice.", "Leave one of the two out.")
    return Checklist(asked)


def receive(checklist: Checklist, positions: Collection[int], at: datetime) -> Checklist | Refusal:
    """The checklist after these items came. What had come before keeps its instant."""
    if not all(0 <= position < len(checklist.items) for position in positions):
        return Refusal(RULE, "This was not asked for.", "Tick items of the request only.")
    return Checklist(
        tuple(
            replace(item, came_at=at) if position in positions and item.came_at is None else item
            for position, item in enumerate(checklist.items)
        )
    )


def ask_again(checklist: Checklist, position: int) -> Checklist | Refusal:
    """The checklist after an item turned out to be of no use and is asked for once more."""
    if position not in checklist.came:
        return Refusal(RULE, "This has not come yet.")
    items = list(checklist.items)
    items[position] = replace(items[position], came_at=None)
    return Checklist(tuple(items))


def outstanding(checklists: Iterable[Checklist]) -> tuple[Item, ...]:
    """What is still missing of all requests of a case, in the order in which it was asked for."""
    return tuple(checklist.items[position] for checklist in checklists for position in checklist.missing)
