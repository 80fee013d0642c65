"""The tokens keep the contrast that was computed for them, and the theme follows the system."""

from __future__ import annotations

import re

import pytest
import shiboken6
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from supportdesk.ui.theme import AVATARS, DARK, LIGHT, ON_AVATAR, Colours, Theme, Type, install_theme, theme
from supportdesk.ui.theme.palette import palette_of, style_sheet_of

TEXT, SIGN = 4.5, 3.0

# Two tokens, the contrast in the light and in the dark theme as the design states them, and the least allowed.
TABLE = [
    ("text", "canvas", 16.8, 14.0, TEXT),
    ("text", "select", 14.2, 10.9, TEXT),
    ("text", "select_strong", 12.8, 9.0, TEXT),
    ("text2", "canvas", 7.7, 8.4, TEXT),
    ("text2", "window", 7.1, 9.0, TEXT),
    ("text2", "select", 6.5, 6.5, TEXT),
    ("muted", "canvas", 5.8, 6.4, TEXT),
    ("muted", "window", 5.4, 6.9, TEXT),
    ("muted", "select", 4.9, 5.0, TEXT),
    ("muted", "hover", 5.1, 5.5, TEXT),
    ("muted", "raised", 5.8, 5.8, TEXT),
    ("on_accent", "accent", 6.3, 4.9, TEXT),
    ("on_accent", "accent_hover", 7.8, 6.0, TEXT),
    ("accent_text", "canvas", 7.4, 8.0, TEXT),
    ("accent_text", "select", 6.3, 6.2, TEXT),
    ("accent_text", "select_strong", 5.7, 5.2, TEXT),
    ("field", "canvas", 3.3, 3.9, SIGN),
    ("focus", "canvas", 6.3, 7.1, SIGN),
    ("focus", "window", 5.8, 7.6, SIGN),
    ("focus", "select", 5.3, 5.5, SIGN),
    ("s1_on", "s1", 5.9, 5.0, TEXT),
    ("s2_on", "s2", 4.6, 7.4, TEXT),
    ("s3_on", "s3", 8.1, 10.2, TEXT),
    ("s4_digit", "canvas", 7.7, 10.0, TEXT),
    ("s1", "canvas", 5.9, 4.3, SIGN),
    ("s2", "canvas", 4.6, 6.6, SIGN),
    ("s3_edge", "canvas", 4.9, 10.0, SIGN),
    ("s4_edge", "canvas", 4.9, 5.7, SIGN),
    ("ok", "ok_bg", 5.8, 7.4, TEXT),
    ("ok", "canvas", 6.7, 9.1, TEXT),
    ("ok_line", "canvas", 4.4, 6.1, SIGN),
    ("soon", "soon_bg", 6.5, 8.1, TEXT),
    ("soon_line", "canvas", 3.3, 7.5, SIGN),
    ("over", "over_bg", 5.9, 5.0, TEXT),
    ("over_text", "over_tint", 5.9, 7.0, TEXT),
    ("pause", "pause_bg", 6.0, 6.2, TEXT),
    ("offline", "offline_bg", 6.8, 8.4, TEXT),
    ("note", "note_bg", 6.5, 9.3, TEXT),
    ("call", "call_bg", 5.8, 7.0, TEXT),
    ("remote", "remote_bg", 6.5, 6.7, TEXT),
    ("visit", "visit_bg", 5.6, 7.5, TEXT),
    ("reply", "reply_bg", 6.3, 6.2, TEXT),
]
STAGES = [name for name in Colours._fields if name.startswith("stage_")]


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("ink", "ground", "in_light", "in_dark", "least"), TABLE)
def test_tokens_keep_their_contrast(
    ink: str, ground: str, in_light: float, in_dark: float, least: float
) -> None:
    for colours, stated in ((LIGHT, in_light), (DARK, in_dark)):
        found = contrast(colours.named(ink), colours.named(ground))
        assert found >= least
        assert found == pytest.approx(stated, abs=0.1)


@pytest.mark.parametrize(("ground", "in_light", "in_dark"), [("canvas", 3.9, 6.2), ("select", 3.3, 4.8)])
def test_the_weakest_stage_dot_is_seen(ground: str, in_light: float, in_dark: float) -> None:
    for colours, stated in ((LIGHT, in_light), (DARK, in_dark)):
        weakest = min(contrast(colours.named(stage), colours.named(ground)) for stage in STAGES)
        assert weakest >= SIGN
        assert weakest == pytest.approx(stated, abs=0.1)


def test_initials_are_read_on_every_avatar() -> None:
    ratios = [contrast(ON_AVATAR, colour) for colour in AVATARS]
    assert min(ratios) >= TEXT
    assert (min(ratios), max(ratios)) == pytest.approx((4.8, 6.1), abs=0.15)


def test_no_token_is_the_same_colour_by_mistake_in_text_and_ground() -> None:
    for colours in (LIGHT, DARK):
        assert contrast(colours.text, colours.window) > TEXT
        assert colours.scrim.alpha() < 255
        assert colours.shadow.alpha() < 255


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_palette_is_made_of_tokens(colours: Colours) -> None:
    palette = palette_of(colours)
    assert palette.color(QPalette.ColorRole.Base) == colours.canvas
    assert palette.color(QPalette.ColorRole.HighlightedText) == colours.text
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert palette.color(disabled, role) == colours.disabled


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_sheet_names_only_tokens(colours: Colours) -> None:
    sheet = style_sheet_of(colours)
    assert "«" not in sheet
    allowed = {colours.named(name).name() for name in Colours._fields}
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= allowed
    assert sheet.count("{") == sheet.count("}")


def test_an_unknown_system_scheme_reads_as_light(light: Theme) -> None:
    install_theme("dark")
    assert light.colours == DARK
    # The offscreen platform can't tell its scheme.
    install_theme("system")
    assert light.colours == LIGHT


def test_a_change_of_theme_is_told_and_reaches_the_application(light: Theme, qapp: QApplication) -> None:
    told: list[bool] = []

    class Ear(Theme):
        def hear(self) -> None:
            told.append(theme().dark)

    ear = Ear()
    light.changed.connect(ear.hear)
    install_theme("dark")
    light.changed.disconnect(ear.hear)
    assert told == [True]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.window


def test_text_size_multiplies_sizes_and_heights(light: Theme) -> None:
    before = light.face(Type.BODY).metrics.height()
    light.resize_text(150, arabic=False)
    assert light.px(52) == 78
    assert light.face(Type.BODY).line == 27
    assert light.face(Type.BODY).metrics.height() == pytest.approx(1.5 * before, rel=0.08)
    light.resize_text(100, arabic=True)
    assert light.face(Type.BODY).line == 20
    assert light.face(Type.CASE_TITLE).line == 24


def test_figures_that_stand_in_columns_are_tabular(light: Theme) -> None:
    for role in (Type.PILL, Type.META_NUMBERS, Type.BODY_NUMBERS):
        face = light.face(role)
        assert face.width("1111") == pytest.approx(face.width("8888"), abs=0.01)


def test_the_style_is_set_once(qapp: QApplication) -> None:
    install_theme("light")
    style = qapp.style()
    install_theme("dark", text_size=120)
    assert shiboken6.isValid(style)
    install_theme("light")
