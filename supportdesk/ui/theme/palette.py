"""The tokens as Qt's palette and as the style sheet of stock inputs and menus; own widgets paint with tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from supportdesk.ui.theme.colours import Colours

_ROLE = QPalette.ColorRole


def palette_of(colours: Colours) -> QPalette:
    """The palette for Fusion and every widget that paints itself from the palette."""
    # From nothing: a palette made from one colour would load all of Qt's enumerations.
    palette = QPalette()
    roles = {
        _ROLE.Window: colours.window,
        _ROLE.Base: colours.canvas,
        _ROLE.AlternateBase: colours.sunken,
        _ROLE.Button: colours.raised,
        _ROLE.WindowText: colours.text,
        _ROLE.Text: colours.text,
        _ROLE.ButtonText: colours.text,
        _ROLE.BrightText: colours.over_text,
        _ROLE.PlaceholderText: colours.muted,
        _ROLE.Highlight: colours.select,
        _ROLE.HighlightedText: colours.text,
        _ROLE.Link: colours.accent_text,
        _ROLE.LinkVisited: colours.accent_text,
        _ROLE.Light: colours.raised,
        _ROLE.Midlight: colours.line,
        _ROLE.Mid: colours.line2,
        _ROLE.Dark: colours.field,
        _ROLE.Shadow: colours.line2,
        _ROLE.Accent: colours.accent,
        _ROLE.ToolTipBase: colours.raised,
        _ROLE.ToolTipText: colours.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, colour)
    for role in (
        _ROLE.WindowText,
        _ROLE.Text,
        _ROLE.ButtonText,
        _ROLE.HighlightedText,
        _ROLE.PlaceholderText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, _ROLE.Button, colours.hover)
    return palette


def style_sheet_of(colours: Colours) -> str:
    """The style sheet of line edits, text boxes, combo boxes, scroll bars, menus and tooltips."""
    named = {name: _css(colours.named(name)) for name in _USED}
    return _SHEET.replace("{", "{{").replace("}", "}}").replace("«", "{").replace("»", "}").format(**named)


def _css(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexArgb if colour.alpha() < 255 else QColor.NameFormat.HexRgb)


_USED = (
    "canvas",
    "raised",
    "hover",
    "pressed",
    "line",
    "line2",
    "field",
    "text",
    "muted",
    "disabled",
    "accent",
    "on_accent",
    "select",
    "focus",
    "over_text",
)

# Guillemets stand for the braces of str.format, so that the sheet reads as a sheet.
_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: «canvas»; color: «text»; border: 1px solid «field»; border-radius: 6px;
  selection-background-color: «accent»; selection-color: «on_accent»;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 28px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid «focus»; padding-left: 7px; padding-right: 7px; min-height: 26px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; min-height: 0; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: «over_text»; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: «hover»; color: «disabled»; border-color: «line2»;
}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {
  background: transparent; border: none; padding: 0; min-height: 0;
}
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QDateTimeEdit::down-arrow { image: none; }
QComboBox { selection-background-color: «hover»; selection-color: «text»; }
QComboBox QAbstractItemView { background: «raised»; border: 1px solid «line2»; selection-background-color: «hover»; }
QMenu { background: «raised»; color: «text»; border: 1px solid «line2»; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; min-height: 18px; }
QMenu::item:selected { background: «hover»; }
QMenu::item:disabled { color: «disabled»; }
QMenu::separator { height: 1px; background: «line»; margin: 5px 0; }
QMenu::icon { padding-left: 6px; }
QToolTip { background: «raised»; color: «text»; border: 1px solid «line2»; border-radius: 6px; padding: 4px 7px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: «line2»; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px; }
QScrollBar::handle:hover { background: «field»; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""
