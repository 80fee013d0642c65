"""The theme in force: colours, type and cached drawings, following the system or a person's choice.

Before the first paint nothing here touches the namespace `Qt` or a painter: the first use of either makes a hundred
enumerations, which takes a fifth of the time that a bare window needs to appear.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from supportdesk.ui.theme.colours import CLEAR, DARK, LIGHT, Colours
from supportdesk.ui.theme.palette import palette_of, style_sheet_of
from supportdesk.ui.theme.type_scale import Face, Type, TypeScale


class Theme(QObject):
    """What widgets paint with. `changed` is emitted after every change of colours or text size."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = "light"
        self._told = False
        self._dark = False
        self._dressed: tuple[object, ...] = ()
        self._drawings: dict[object, QPixmap] = {}
        self.kept: dict[object, QPixmap] = {}  # drawings whose key names their colours, good in every theme
        self.colours: Colours = LIGHT
        self.type = TypeScale()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self._dark

    @property
    def choice(self) -> str:
        """What was chosen: system, light or dark."""
        return self._choice

    def face(self, role: Type) -> Face:
        """The font, metrics and line height of a role."""
        return self.type.face(role)

    def px(self, pixels: float) -> int:
        """A height of the design in the text size in force, in whole logical pixels."""
        return round(pixels * self.type.factor)

    def choose(self, choice: str) -> None:
        """Follow the `system` or stay `light` or `dark`."""
        self._choice = choice
        hints = QGuiApplication.styleHints()
        # The window's own title bar follows this hint.
        if choice != "system":
            scheme = QtCore.Qt.ColorScheme
            hints.setColorScheme(scheme.Dark if choice == "dark" else scheme.Light)
            self._told = True
        elif self._told:
            hints.unsetColorScheme()
            self._told = False
        self._settle()

    def resize_text(self, per_cent: int, *, arabic: bool, families: tuple[str, ...] = ()) -> None:
        """Set the text size, 90 to 150 per cent, and whether Arabic letters are read."""
        self.type = TypeScale(per_cent / 100, arabic=arabic, families=families)
        self._drawings.clear()
        self._dress()

    def drawn(self, key: object, size: QSizeF, scale: float, paint: Callable[[QPainter], None]) -> QPixmap:
        """A small drawing from the cache; `paint` draws it in logical pixels when it isn't there.

        `key` names everything that tells drawings apart except size, scale and theme.
        """
        whole = (key, size.width(), size.height(), scale)
        pixmap = self._drawings.get(whole)
        if pixmap is None:
            pixmap = QPixmap((size * scale).toSize().expandedTo(QSizeF(1, 1).toSize()))
            pixmap.setDevicePixelRatio(scale)
            pixmap.fill(CLEAR)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter)
            if len(self._drawings) > 4000:
                self._drawings.clear()
            self._drawings[whole] = pixmap
        return pixmap

    def follow_system(self) -> None:
        """Listen to the system's choice; call once."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._settle()

    def _settle(self) -> None:
        self._dark = _system_is_dark() if self._choice == "system" else self._choice == "dark"
        self.colours = DARK if self._dark else LIGHT
        self._drawings.clear()
        self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        look = (self._dark, self.type.factor, self.type.arabic, self.type.families)
        if look == self._dressed:
            return
        if isinstance(application, QApplication):
            self._dressed = look
            palette: QPalette = palette_of(self.colours)
            application.setPalette(palette)
            application.setFont(self.face(Type.BODY).font)
            application.setStyleSheet(style_sheet_of(self.colours))
        self.changed.emit()


def _system_is_dark() -> bool:
    # Fusion's own palette follows the system; a platform that can't tell gives the light one.
    return QApplication.style().standardPalette().window().color().lightness() < _MIDDLE


_MIDDLE = 128
_active: list[Theme] = []
_DRESSED = "supportdesk-dressed"


def theme() -> Theme:
    """The theme in force. Before `install_theme` it is the light one in normal size."""
    if not _active:
        _active.append(Theme())
    return _active[0]


def install_theme(
    choice: str = "system",
    *,
    text_size: int = 100,
    language: str = "en",
    families: tuple[str, ...] = (),
) -> Theme:
    """Dress the application: style, palette, font, style sheet. Needs a QApplication; may be called again."""
    made = not _active
    active = theme()
    application = QApplication.instance()
    if application is not None and not application.property(_DRESSED):
        # Once only: a style that is replaced leaves its running animations behind, and the next tick of one crashes.
        QApplication.setStyle("Fusion")
        application.setProperty(_DRESSED, True)
    active.type = TypeScale(text_size / 100, arabic=language.startswith("ar"), families=families)
    active.choose(choice)
    if made:
        active.follow_system()
    return active
