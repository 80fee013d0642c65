"""The popover that explains a deadline down to the minute; it shows what was reckoned and reckons nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail import why_words
from supportdesk.ui.case_detail.strip_words import clock_sentence
from supportdesk.ui.case_detail.strips import Cue
from supportdesk.ui.case_detail.why_lanes import LanesView
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.painting import margins, rounded
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import ElidedLabel, Line, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import CaseDetail, ClockView

_WIDTH = 450
_TILE = 24


class WhyPopover(Popover):
    """Answers for one clock; the other clocks of the case are one click away."""

    other_asked = Signal(object)  # ClockView

    def __init__(
        self, parent: QWidget, clock: ClockView, case: CaseDetail, now: datetime, zone: tzinfo | None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self._clock, self._case, self._now, self._zone = clock, case, now, zone
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all: Button | None = None
        self._fill()

    def _fill(self) -> None:
        clock = self._clock
        title = why_words.title_of(clock, self._now, self._zone)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, Type.PANE_TITLE, wrap=True), 1)
        cross = icon_button("x", QCoreApplication.translate("Why", "Close"), keys="Esc")
        cross.clicked.connect(self.close)
        head.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(label(why_words.subtitle_of(clock), Type.META, "muted", wrap=True))
        self.body.addSpacing(12)
        for paragraph in why_words.paragraphs_of(clock, self._case, self._zone):
            self.body.addWidget(_ParagraphView(paragraph))
            self.body.addSpacing(12)
        self.body.addWidget(Line())
        self.body.addSpacing(8)
        self.body.addWidget(LanesView(clock, self._zone))
        self.body.addSpacing(8)
        self.body.addWidget(_Sum(clock, self._now, self._zone))
        self.body.addSpacing(12)
        self.body.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(label(why_words.rule_of(self._clock), Type.META, "muted", wrap=True), 1)
        if len(self._case.clocks) > 1:
            self._all = Button(QCoreApplication.translate("Why", "Show all clocks"), ButtonKind.FLAT)
            self._all.clicked.connect(self._show_all)
            foot.addWidget(self._all)
        copy = Button(QCoreApplication.translate("Why", "Copy"), icon="copy-simple")
        copy.setToolTip(QCoreApplication.translate("Why", "Copy as plain text for a reply"))
        copy.clicked.connect(self._copy)
        foot.addWidget(copy)
        return foot

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._clock.text)

    def _show_all(self) -> None:
        """Every clock of the case in place of the explanation; a click explains that one."""
        emptied(self.body)
        self.body.addWidget(label(QCoreApplication.translate("Why", "Clocks of this case"), Type.PANE_TITLE))
        self.body.addSpacing(8)
        for clock in self._case.clocks:
            row = _ClockRow(clock, self._now, self._zone)
            row.chosen.connect(self._show_other)
            self.body.addWidget(row)
        if self._case.earlier_clocks:
            words = QCoreApplication.translate(
                "Why", "%n earlier clock(s) are over", None, self._case.earlier_clocks
            )
            self.body.addSpacing(6)
            self.body.addWidget(label(words, Type.META, "muted", wrap=True))

    def _show_other(self, clock: ClockView) -> None:
        self._clock = clock
        emptied(self.body)
        self._fill()


class _ParagraphView(QWidget):
    """Icon tile, head with its contribution, sentence."""

    def __init__(self, paragraph: why_words.Paragraph) -> None:
        super().__init__()
        self._icon = paragraph.icon
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(paragraph.head, Type.BODY_MEDIUM), 1)
        head.addWidget(label(paragraph.value, Type.BODY_MEDIUM))
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(_TILE + 10, 0, 0, 0))
        column.setSpacing(1)
        column.addLayout(head)
        if paragraph.text:
            column.addWidget(label(paragraph.text, Type.META, "muted", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _TILE if right else 0
        rounded(painter, QRectF(left, 0, _TILE, _TILE), 7, colours.hover)
        draw_icon(painter, QPointF(left + 5, 5), self._icon, 14, colours.text2)
        painter.end()


class _Sum(QWidget):
    """What was counted and what follows, on the ground of the strip."""

    def __init__(self, clock: ClockView, now: datetime, zone: tzinfo | None) -> None:
        super().__init__()
        shown = moments.deadline_text(clock.deadline, now, zone)
        grounds = {"soon": ("soon_bg", "soon"), "over": ("over_tint", "over_text")}
        self._ground, ink = grounds.get(shown.look, ("sunken", "text2"))
        told, follows = why_words.sum_of(clock, now, zone)
        cue = Cue()
        cue.show_text(shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(9)
        row.addWidget(cue)
        row.addWidget(ElidedLabel(told, Type.BODY, ink), 1)
        row.addWidget(label(follows, Type.BODY_STRONG, ink))
        self.setFixedHeight(theme().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 8, theme().colours.named(self._ground))
        painter.end()


class _ClockRow(QWidget):
    """One clock in the list of all."""

    chosen = Signal(object)

    def __init__(self, clock: ClockView, now: datetime, zone: tzinfo | None) -> None:
        super().__init__()
        self._clock = clock
        cue = Cue()
        cue.show_text(moments.deadline_text(clock.deadline, now, zone))
        explain = Button(QCoreApplication.translate("Why", "Explain"), ButtonKind.LINK)
        explain.setAccessibleName(
            QCoreApplication.translate("Why", "Explain: {clock}").format(clock=labels.clock_name(clock.kind))
        )
        explain.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(cue)
        row.addWidget(label(clock_sentence(clock, now, zone), Type.BODY), 1)
        row.addWidget(explain)
        self.setFixedHeight(theme().px(34))

    def _choose(self) -> None:
        self.chosen.emit(self._clock)
