"""The steps of the first start along the top: done, in hand, to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Face, Type, theme
from supportdesk.ui.widgets.painting import draw_text, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_DISC = 22.0
_GAP = 9.0
_JOIN = 34.0


class StepBar(QWidget):
    """Names of the steps with their numbers. `now` are those in hand, from 0."""

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._now = names, frozenset({0})
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, now: frozenset[int]) -> None:
        """Show which steps are in hand; those before are done."""
        self._now = now
        last, whole = max(now) + 1, len(self._names)
        text = QCoreApplication.translate("FirstRun", "Step {number} of {whole}: {names}")
        names = moments.listed(self._names[at] for at in sorted(now))
        self.setAccessibleName(text.format(number=last, whole=whole, names=names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        parts = [_DISC + _GAP + self._face(at).width(name) for at, name in enumerate(self._names)]
        joins = (_JOIN + 2 * _GAP + 2) * (len(parts) - 1)
        return QSize(round(sum(parts) + joins) + 1, theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        whole = QRectF(self.rect())
        left, middle = 0.0, whole.center().y()
        for at, name in enumerate(self._names):
            disc = visual(QRectF(left, middle - _DISC / 2, _DISC, _DISC), whole)
            self._paint_disc(painter, disc, at)
            face = self._face(at)
            width = face.width(name)
            text = visual(QRectF(left + _DISC + _GAP, 0, width + 1, whole.height()), whole)
            draw_text(painter, text, name, face, colours.text if at in self._now else colours.text2)
            left += _DISC + 2 * _GAP + width + 1
            if at < len(self._names) - 1:
                painter.fillRect(visual(QRectF(left, round(middle), _JOIN, 1), whole), colours.line2)
                left += _JOIN + _GAP + 1
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF, at: int) -> None:
        colours = theme().colours
        ahead = at > max(self._now)
        rounded(
            painter,
            disc,
            _DISC / 2,
            colours.canvas if ahead else colours.accent,
            colours.line2 if ahead else None,
        )
        if at < min(self._now):
            corner = disc.center() - QPointF(6, 6)
            draw_icon(painter, corner.toPoint().toPointF(), "check-bold", 12, colours.on_accent)
            return
        ink = colours.text2 if ahead else colours.on_accent
        face = theme().face(Type.META_STRONG)
        draw_text(painter, disc, str(at + 1), face, ink, align=Qt.AlignmentFlag.AlignHCenter)

    def _face(self, at: int) -> Face:
        return theme().face(Type.BODY_STRONG if at in self._now else Type.BODY)
