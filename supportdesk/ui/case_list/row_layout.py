"""Where the parts of a row lie, from left to right, and which of them gives way; painting is next door."""

from __future__ import annotations

from dataclasses import dataclass

# Horizontal measures of the design.
UNREAD = 20.0
SEVERITY = 18.0
TEXT_LEFT = UNREAD + SEVERITY + 9.0
EDGE = 14.0
AVATAR = 16.0
TIME_COLUMN = 38.0
GAP = 6.0
# A middle dot with its space on both sides.
DOT_GAP = 16.0
STAGE_DOT = 7.0
STAGE_GAP = 5.0
ORGANISATION_LEAST = 56.0
STAGE_LEAST = 44.0
CLIP = 13.0
_HAIR = 0.01


@dataclass(frozen=True, slots=True)
class SecondLine:
    """The widths that number, organisation and stage get, and whether the attachments are still shown."""

    number: float
    organisation: float
    stage: float
    attachments: bool


def second_line(
    room: float, number: float, organisation: float, stage: float, attachments: float
) -> SecondLine:
    """Fit the second line into `room` pixels; all widths are what the parts would like.

    First the organisation shrinks down to 56, then the stage elides, then the attachments go. Without an
    organisation its dot goes too.
    """
    fixed = number + DOT_GAP + (DOT_GAP if organisation else 0.0) + STAGE_DOT + STAGE_GAP
    for clip in (attachments, 0.0):
        left = room - fixed - (clip + GAP if clip else 0.0)
        name = max(min(organisation, ORGANISATION_LEAST), min(organisation, left - stage))
        rest = min(stage, left - name)
        # A hair, because what is taken away and added again is not always the same number.
        if rest + _HAIR >= min(stage, STAGE_LEAST) or not clip:
            return SecondLine(number, name, max(0.0, rest), attachments=clip > 0)
    return SecondLine(number, 0.0, 0.0, attachments=False)


@dataclass(frozen=True, slots=True)
class OneLine:
    """The widths of the parts of a row in a single line."""

    title: float
    organisation: float
    stage: float


def one_line(room: float, title: float, organisation: float, stage: float) -> OneLine:
    """Fit title, organisation and stage into `room` pixels: the title keeps at least half of it."""
    half = room / 2
    spare = room - min(title, half)
    name = min(organisation, max(ORGANISATION_LEAST, spare - stage))
    shown_stage = max(0.0, min(stage, spare - name))
    return OneLine(min(title, room - name - shown_stage), name, shown_stage)
