"""How everything looks: colour tokens, type scale, palette; the one place where colours are literal."""

from supportdesk.ui.theme.active import Theme, install_theme, theme
from supportdesk.ui.theme.colours import AVATARS, CLEAR, DARK, LIGHT, ON_AVATAR, RING_LOOKS, Colours
from supportdesk.ui.theme.type_scale import Face, Type, TypeScale

__all__ = [
    "AVATARS",
    "CLEAR",
    "DARK",
    "LIGHT",
    "ON_AVATAR",
    "RING_LOOKS",
    "Colours",
    "Face",
    "Theme",
    "Type",
    "TypeScale",
    "install_theme",
    "theme",
]
