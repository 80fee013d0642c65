"""Labels: plain text in a role and a colour token, whole or elided; the only place that makes a QLabel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QClipboard,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPalette,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSizePolicy, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, right_to_left

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

_BREAK = "\N{ZERO WIDTH SPACE}"
# Letters of other scripts may join, and stay as they are.
_LONG = re.compile(r"[!-~]{13,}")


class Label(QLabel):
    """Plain text that keeps its role and colour token through every change of theme. Made by `label`."""

    # A label that waits to be deleted may have lost its own values while Qt still sends it events.
    _role = Type.BODY
    _tint = "text"
    _side = Qt.AlignmentFlag.AlignLeading

    def __init__(self, text: str, role: Type, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A client's text may look like HTML; it is never read as such.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self._role, self._tint = role, tint
        self.setText(text)
        self.align(Qt.AlignmentFlag.AlignLeading)
        self.dress()

    @property
    def role(self) -> Type:
        """Its role in the type scale."""
        return self._role

    @property
    def tint(self) -> str:
        """Its colour token."""
        return self._tint

    def align(self, side: Qt.AlignmentFlag) -> None:
        """Align leading, trailing or centred with the interface, whatever direction the text has."""
        self._side = side
        at_left = (side == Qt.AlignmentFlag.AlignLeading) != right_to_left()
        flat = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        across = side if side == Qt.AlignmentFlag.AlignHCenter else flat
        self.setAlignment(across | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.align(self._side)
        elif event.type() == QEvent.Type.StyleChange:
            # Every change of theme brings one, and unlike a signal it never comes to a label that is going.
            self.dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What has not been seen before misses a change of look, or Qt gives it back what it had.
        wanted = theme().colours.named(self._tint)
        if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
            self.dress()

    def recolour(self, tint: str) -> None:
        """Take another colour token."""
        if tint != self._tint:
            self._tint = tint
            self.dress()

    def dress(self) -> None:
        """Take font and colour from the theme in force."""
        self.setFont(theme().face(self._role).font)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().colours.named(self._tint))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it doesn't fit, and then shows all of it as a tooltip."""

    def __init__(self, text: str, role: Type, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(text, role, tint, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, theme().face(self.role).line)

    def sizeHint(self) -> QSize:
        face = theme().face(self.role)
        return QSize(int(face.width(self.text())) + 2, face.line)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._offer_tooltip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            face = theme().face(self.role)
            colour = theme().colours.named(self.tint if self.isEnabled() else "disabled")
            shown = elided(self.text(), face, self.width())
            draw_text(painter, QRectF(self.rect()), shown, face, colour, align=self._side)

    def _offer_tooltip(self) -> None:
        cut = theme().face(self.role).width(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")


class BreakingLabel(Label):
    """Text over several lines whose long words – addresses, paths – break anywhere; what is copied of it is whole."""

    def setText(self, text: str) -> None:
        # Qt breaks plain text at spaces only, and at places that are marked as if there were some.
        super().setText(_LONG.sub(lambda found: _BREAK.join(found[0]), text))
        self.setAccessibleName(text)

    def whole(self) -> str:
        """The text as it was given."""
        return self.text().replace(_BREAK, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.supportsSelection():
            clipboard.setText(self.selectedText().replace(_BREAK, ""), QClipboard.Mode.Selection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(QCoreApplication.translate("Timeline", "Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))


def breaking_label(text: str, role: Type = Type.BODY, tint: str = "text") -> BreakingLabel:
    """A label over several lines, for text that may hold words longer than its place; it can be marked and copied."""
    made = BreakingLabel(text, role, tint)
    _let_wrap(made)
    _let_mark(made)
    return made


def label(
    text: str = "",
    role: Type = Type.BODY,
    tint: str = "text",
    *,
    wrap: bool = False,
    selectable: bool = False,
    parent: QWidget | None = None,
) -> Label:
    """A label; `wrap` lets it run over several lines, `selectable` lets its text be marked and copied."""
    made = Label(text, role, tint, parent)
    if wrap:
        _let_wrap(made)
    if selectable:
        _let_mark(made)
    return made


def _let_wrap(made: Label) -> None:
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)


def _let_mark(made: Label) -> None:
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )


class LeadText(QWidget):
    """One paragraph of plain text that begins in bold, as messages do."""

    def __init__(self, lead: str, text: str, tint: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._text, self._tint = lead, text, tint
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, lead: str, text: str) -> None:
        """Show another paragraph."""
        self._lead, self._text = lead, text
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme().face(Type.META).line

    def sizeHint(self) -> QSize:
        strong, plain = theme().face(Type.META_STRONG), theme().face(Type.META)
        width = strong.width(self._lead) + plain.width(f" {self._text}")
        return QSize(min(420, round(width) + 4), plain.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme().face(Type.META).line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(theme().colours.named(self._tint))
            lines = self._lines(self.width())
            step = theme().face(Type.META).line
            top = (self.height() - len(lines) * step) / 2
            for number, line in enumerate(lines):
                line.draw(painter, QPointF(0, top + number * step + (step - line.height()) / 2 - line.y()))

    def _lines(self, width: int) -> list[QTextLine]:
        text = f"{self._lead} {self._text}" if self._lead else self._text
        layout = QTextLayout(text, theme().face(Type.META).font)
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(self._lead)
        bold.format.setFont(theme().face(Type.META_STRONG).font)
        layout.setFormats([bold])
        option = QTextOption()
        side = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(line)
        layout.endLayout()
        self._layout = layout  # the lines live as long as it does
        return lines


class Line(QFrame):
    """A separator, one pixel across or down."""

    def __init__(self, *, down: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if down:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().colours.line)
