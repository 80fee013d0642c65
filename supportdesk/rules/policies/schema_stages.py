"""Reads from a policy file where a case can stand, what moves it by itself and what closing asks for."""

from __future__ import annotations

from supportdesk.rules.policies.policy import Automatic, ClockKind, ClosingRules, Stage, StageKind, Trigger
from supportdesk.rules.policies.reader import Section
from supportdesk.rules.policies.values import choices, localised, optional_localised, span, spans

LOOKS = (
    "new",
    "in_progress",
    "updated",
    "reactivated",
    "development",
    "testing",
    "delivered",
    "estimate",
    "complete",
    "waiting",
    "on_hold",
    "not_reproducible",
    "vendor",
    "closed",
)
RECORDS = ("vendor", "quote")
_KINDS = tuple(kind.value for kind in StageKind)
_CLOCKS = tuple(kind.value for kind in ClockKind)
_TRIGGERS = tuple(trigger.value for trigger in Trigger)


def read_stages(root: Section) -> tuple[Stage, ...]:
    """Every `[[stage]]`, in the file's order."""
    return tuple(_read_stage(section) for section in root.sections("stage", 60))


def _read_stage(section: Section) -> Stage:
    engagement = section.text("engagement", default="")
    stage = Stage(
        id=section.identifier("id"),
        name=localised(section, "name"),
        meaning=optional_localised(section, "meaning"),
        kind=StageKind(section.one_of("kind", _KINDS)),
        look=section.one_of("look", LOOKS),
        first=section.flag("first", default=False),
        system=section.flag("system", default=False),
        pauses=frozenset(ClockKind(clock) for clock in section.some_of("pauses", _CLOCKS)),
        remind_after=spans(section, "remind_after", 10),
        close_after=span(section, "close_after"),
        only_after=frozenset(section.references("only_after")),
        asks=frozenset(section.some_of("asks", RECORDS)),
        engagement=engagement or None,
    )
    section.close()
    return stage


def read_automatics(root: Section, stage_ids: tuple[str, ...]) -> tuple[Automatic, ...]:
    """Every `[[automatic]]`, with `not_in` turned into the stages that are left.

    A case that already stands in `move_to` stays as it is, so that stage is never among those that move.
    """
    return tuple(_read_automatic(section, stage_ids) for section in root.sections("automatic", 100))


def _read_automatic(section: Section, stage_ids: tuple[str, ...]) -> Automatic:
    trigger = Trigger(section.one_of("on", _TRIGGERS))
    inside, outside = section.references("in"), section.references("not_in")
    if section.has("in") == section.has("not_in"):
        section.report(
            "in", "It is not clear which stages this is about.", "Either “in” or “not_in”, one of both."
        )
    for key, named in (("in", inside), ("not_in", outside)):
        for stage_id in named:
            if stage_id not in stage_ids:
                section.report(
                    key, f"There is no stage “{stage_id[:60]}”.", f"One of: {', '.join(stage_ids)}."
                )
    move_to = section.text("move_to")
    if section.has("not_in"):
        inside = tuple(stage_id for stage_id in stage_ids if stage_id not in (*outside, move_to))
    section.close()
    return Automatic(trigger=trigger, stages=frozenset(inside), move_to=move_to)


def read_closing(root: Section) -> ClosingRules:
    """The table `closing`."""
    found = root.section("closing")
    section = found if found is not None else Section({}, ("closing",), root.problems, root.languages)
    closing = ClosingRules(
        resolution_kinds=choices(section, "resolution_kinds"),
        resolution_required=section.flag("resolution_required", default=False),
        agreement_required=section.flag("agreement_required", default=False),
        closed_stage=section.text("closed_stage", default=None if found else ""),
        reopened_stage=section.text("reopened_stage", default=None if found else ""),
        reopen_within=span(section, "reopen_within"),
    )
    if closing.resolution_required and not closing.resolution_kinds:
        section.report("resolution_required", "There is no resolution to choose.", "List “resolution_kinds”.")
    section.close()
    return closing
