"""The colour tokens of both themes, the only literal colours of the product; where they are used is elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor

# Name, light, dark. Eight digits carry the opacity first.
_TOKENS = (
    ("window", "#F4F5F8", "#15171C"),
    ("canvas", "#FFFFFF", "#1B1E24"),
    ("raised", "#FFFFFF", "#23262E"),
    ("sunken", "#F8F9FB", "#181A20"),
    ("hover", "#EEF0F4", "#262A33"),
    ("pressed", "#E4E7ED", "#2E333E"),
    ("line", "#E4E7EC", "#2A2E38"),
    ("line2", "#D3D8E0", "#383D49"),
    ("field", "#868D9C", "#737B8C"),
    ("text", "#1A1D26", "#E9EBF1"),
    ("text2", "#4C5363", "#B1B8C6"),
    ("muted", "#5E6575", "#99A1B1"),
    ("disabled", "#A3A9B5", "#5C6373"),
    ("accent", "#3A53D0", "#4C65E4"),
    ("accent_hover", "#2F46B8", "#4257D2"),
    ("on_accent", "#FFFFFF", "#FFFFFF"),
    ("accent_text", "#3349BD", "#9DB0FF"),
    ("select", "#E7EBFC", "#272F52"),
    ("select_strong", "#D9E0FA", "#313B66"),
    ("focus", "#3A53D0", "#8FA4FF"),
    ("s1", "#C2242D", "#E5484D"),
    ("s1_on", "#FFFFFF", "#14090A"),
    ("s2", "#C4520A", "#F0883E"),
    ("s2_on", "#FFFFFF", "#1F0F02"),
    ("s3", "#F0C33C", "#F0C33C"),
    ("s3_edge", "#8F6B00", "#F0C33C"),
    ("s3_on", "#3B2C00", "#241B00"),
    ("s4_edge", "#6A7181", "#8F97A7"),
    ("s4_digit", "#4C5363", "#C3C9D5"),
    ("ok", "#17693F", "#6FD3A0"),
    ("ok_line", "#1E8A53", "#3FAF78"),
    ("ok_bg", "#E3F3EA", "#15342A"),
    ("soon", "#804800", "#F3C566"),
    ("soon_line", "#C77C02", "#E0A32E"),
    ("soon_bg", "#FDEFCF", "#3D2E0E"),
    ("over_bg", "#C2242D", "#E5484D"),
    ("over", "#FFFFFF", "#14090A"),
    ("over_text", "#B01C26", "#FF8F92"),
    ("over_tint", "#FDE9E9", "#3A1D20"),
    ("pause", "#545B6B", "#A9B0BF"),
    ("pause_bg", "#EEF0F4", "#2A2E38"),
    ("offline", "#7A4A00", "#F3C566"),
    ("offline_bg", "#FFF3DA", "#3A2C0E"),
    ("note", "#7A5300", "#EBC76B"),
    ("note_line", "#EFDDA6", "#4A3F1F"),
    ("note_bg", "#FFF8E3", "#2B2617"),
    ("reply", "#3349BD", "#9DB0FF"),
    ("reply_bg", "#E7EBFC", "#272F52"),
    ("call", "#0F6670", "#6CC8D3"),
    ("call_bg", "#E2F2F3", "#14323A"),
    ("remote", "#6236B5", "#BFA3FF"),
    ("remote_bg", "#EFE9FB", "#2E2548"),
    ("visit", "#2F6B26", "#8FD18A"),
    ("visit_bg", "#E6F2E4", "#1E3322"),
    ("changed", "#E3F3EA", "#17362B"),
    ("scrim", "#6B161A26", "#9904060A"),
    ("shadow", "#29161A26", "#80000000"),
    ("stage_new", "#3A53D0", "#8297FF"),
    ("stage_progress", "#1E8A53", "#4FC08A"),
    ("stage_client", "#B4418E", "#E07BC0"),
    ("stage_development", "#7C4DD6", "#B08CFF"),
    ("stage_testing", "#0E8A96", "#4FC3CE"),
    ("stage_delivered", "#3E6F9E", "#86B6E8"),
    ("stage_estimate", "#9A6B00", "#E0B04A"),
    ("stage_resting", "#7A8191", "#99A1B1"),
)

_STAGE_TOKENS = {
    "new": "stage_new",
    "in_progress": "stage_progress",
    "complete": "stage_progress",
    "updated": "stage_client",
    "reactivated": "stage_client",
    "development": "stage_development",
    "testing": "stage_testing",
    "delivered": "stage_delivered",
    "estimate": "stage_estimate",
}
# Stages in which nobody here can act are drawn as a ring, so that they differ without colour too.
RING_LOOKS = frozenset({"waiting", "on_hold", "not_reproducible", "vendor"})

_AVATARS = (
    "#5B5BD6",
    "#0F766E",
    "#B4418E",
    "#9A5B13",
    "#2563A8",
    "#3F7D34",
    "#8A4FB5",
    "#6B7280",
    "#B0484A",
    "#46658C",
)


# A named tuple is made in a tenth of the time that a frozen dataclass takes, and this is made before the first paint.
class Colours(NamedTuple):
    """One theme's tokens; see the names' use beside each widget. Widgets name a token, never a colour."""

    window: QColor
    canvas: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    line: QColor
    line2: QColor
    field: QColor
    text: QColor
    text2: QColor
    muted: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_text: QColor
    select: QColor
    select_strong: QColor
    focus: QColor
    s1: QColor
    s1_on: QColor
    s2: QColor
    s2_on: QColor
    s3: QColor
    s3_edge: QColor
    s3_on: QColor
    s4_edge: QColor
    s4_digit: QColor
    ok: QColor
    ok_line: QColor
    ok_bg: QColor
    soon: QColor
    soon_line: QColor
    soon_bg: QColor
    over_bg: QColor
    over: QColor
    over_text: QColor
    over_tint: QColor
    pause: QColor
    pause_bg: QColor
    offline: QColor
    offline_bg: QColor
    note: QColor
    note_line: QColor
    note_bg: QColor
    reply: QColor
    reply_bg: QColor
    call: QColor
    call_bg: QColor
    remote: QColor
    remote_bg: QColor
    visit: QColor
    visit_bg: QColor
    changed: QColor
    scrim: QColor
    shadow: QColor
    stage_new: QColor
    stage_progress: QColor
    stage_client: QColor
    stage_development: QColor
    stage_testing: QColor
    stage_delivered: QColor
    stage_estimate: QColor
    stage_resting: QColor

    def named(self, token: str) -> QColor:
        """The colour of a token by its name; KeyError-like AttributeError for a name that is no token."""
        colour: QColor = getattr(self, token)
        return colour

    def stage(self, look: str) -> QColor:
        """The colour of a stage's dot; `look` is what the policy says. An unknown look rests."""
        return self.named(_STAGE_TOKENS.get(look, "stage_resting"))


LIGHT = Colours(**{name: QColor(light) for name, light, _ in _TOKENS})
DARK = Colours(**{name: QColor(dark) for name, _, dark in _TOKENS})
# White initials stand on these in both themes.
AVATARS = tuple(QColor(colour) for colour in _AVATARS)
ON_AVATAR = QColor("#FFFFFF")
CLEAR = QColor(0, 0, 0, 0)
