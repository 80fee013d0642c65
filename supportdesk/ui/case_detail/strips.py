"""The card under the header: the most urgent promise, and why the case may be worked on; one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail.strip_words import (
    at_the_end,
    clock_sentence,
    closing_notice,
    cover_icon,
    cover_sentence,
    free_of_charge,
    moment_of,
    no_clock,
    share_left,
)
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import IconMark, MarkView, SeasonTicket
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.pills import paint_cue
from supportdesk.ui.widgets.progress import Bar
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.services.views import CaseDetail, ClockView

_GROUNDS = {"soon": ("soon_bg", "soon"), "over": ("over_tint", "over_text")}
_RADIUS = 10
_PADDING = 13
# A row of more blocks has no room beside its sentence, which says the same.
_BLOCKS = 10


class Cue(QWidget):
    """The pie, triangle, bars or tick of a deadline, 16 across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = moments.DeadlineText("none", "")

    def show_text(self, shown: moments.DeadlineText) -> None:
        """Show the cue of a deadline."""
        self._shown = shown
        self.setVisible(shown.look != "none")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(17, 17)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._shown.look == "over":
            # The pill's triangle is light on dark; here it lies on a tint.
            IconMark("warning-fill", "over_text", 17).paint(painter, QPointF(0, 0))
        else:
            paint_cue(painter, QPointF(0, 0), self._shown, 17)
        painter.end()


class WhyLink(Button):
    """The link to the explanation; underlined, as it lies on a ground in its own ink's colour."""

    ink = "accent_text"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.rect().center().y() + theme().px(9)
        painter.fillRect(QRectF(0, middle, self.width(), 1), theme().colours.named(self.ink))
        painter.end()


class Strip(QWidget):
    """One line that begins with what matters; what stands at the end gives way first."""

    def __init__(self, lead: ElidedLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = lead

    def claim(self) -> None:
        """Let the beginning have its room, up to half of the line."""
        self._lead.setMinimumWidth(min(self._lead.sizeHint().width(), self.width() // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.claim()


class ClockStrip(Strip):
    """A promise in one line, with *Why?*; `second` is the next clock, told at the end."""

    why_asked = Signal(object)  # ClockKind
    keep_open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ElidedLabel("", Type.BODY_STRONG, "text"), parent)
        self._cue = Cue()
        self._moment = label("", Type.META, "text2")
        self.why = WhyLink(QCoreApplication.translate("Clocks", "Why?"), ButtonKind.LINK)
        self.why.setToolTip(QCoreApplication.translate("Clocks", "Why is this due then?  W"))
        self._end = ElidedLabel("", Type.META, "text2")
        self._end.align(Qt.AlignmentFlag.AlignTrailing)
        self.keep_open = Button(QCoreApplication.translate("Clocks", "Keep open"), ButtonKind.LINK)
        self.why.clicked.connect(self._ask_why)
        self.keep_open.clicked.connect(self.keep_open_asked)
        self.ground = "sunken"
        self._first: ClockView | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, 0, _PADDING, 0)
        row.setSpacing(9)
        for part in (self._cue, self._lead, self._moment, self.why):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._end)
        row.addWidget(self.keep_open)
        self.setFixedHeight(theme().px(40))

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        """Show the clocks of the case, or how it stands without one."""
        first, second = (*case.clocks[:2], None, None)[:2]
        if case.needs_owner:
            # An answer after the closing waits to be decided on: that comes before what was promised once.
            first = None
        self._first = first
        self.why.setVisible(first is not None)
        notice = closing_notice(case, now, zone)
        self.keep_open.setVisible(bool(notice) and case.open)
        if first is None:
            shown = moments.DeadlineText("none", "")
            self._lead.setText(notice or no_clock(case))
            self._moment.setText("")
            self._end.setText("")
        else:
            shown = moments.deadline_text(first.deadline, now, zone)
            self._lead.setText(clock_sentence(first, now, zone))
            self._moment.setText(moment_of(first, now, zone))
            self._end.setText(notice or at_the_end(first, second, now, zone))
        look = "soon" if case.needs_owner else shown.look
        self.ground, ink = _GROUNDS.get(look, ("sunken", ""))
        self._cue.show_text(shown)
        self._lead.recolour(ink or "text")
        for part in (self._moment, self._end):
            part.recolour(ink or "muted")
        self.why.ink = ink or "accent_text"
        self.why.set_tint(ink)
        self.keep_open.set_tint(ink)
        spoken = (
            moments.spoken_deadline(first.deadline, now, labels.clock_name(first.kind), zone)
            if first is not None
            else self._lead.text()
        )
        self.setAccessibleName(spoken)
        self.claim()

    def _ask_why(self) -> None:
        if self._first is not None:
            self.why_asked.emit(self._first.kind)


class EntitlementStrip(Strip):
    """What the case is covered by, in one sentence; where nothing covers it, what the client can do."""

    offer_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ElidedLabel("", Type.LABEL, "text"), parent)
        self._icon = MarkView(IconMark("ticket", "accent_text", 17))
        self._ticket = SeasonTicket()
        self._bar = Bar()
        self._bar.setFixedWidth(92)
        self._end = ElidedLabel("", Type.META, "muted")
        self._end.align(Qt.AlignmentFlag.AlignTrailing)
        self.offer = Button("", ButtonKind.LINK)
        self.offer.clicked.connect(self.offer_asked)
        self.ground = "canvas"
        row = QHBoxLayout(self)
        row.setContentsMargins(_PADDING, 0, _PADDING, 0)
        row.setSpacing(9)
        for part in (self._icon, self._lead, self._ticket, self._bar):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._end)
        row.addWidget(self.offer)
        self.setFixedHeight(theme().px(36))

    def show_case(self, case: CaseDetail, now: datetime) -> None:
        """Show the cover of the case."""
        cover = case.entitlement
        lacking = not cover.supported
        self.ground = "over_tint" if lacking else "canvas"
        self._lead.setText(cover_sentence(cover, now))
        self._lead.recolour("over_text" if lacking else "text")
        self._end.setText(cover.ways_open if lacking else free_of_charge(case))
        self._end.recolour("over_text" if lacking else "muted")
        self._icon.show_mark(cover_icon(cover))
        ticket = cover.left is not None and cover.size is not None and 0 < cover.size <= _BLOCKS
        self._ticket.setVisible(ticket)
        if cover.left is not None and cover.size is not None:
            self._ticket.set_left(max(0, cover.left), cover.size)
        share = share_left(cover, now)
        self._bar.setVisible(share is not None)
        self._bar.show_share(share or 0.0, "ok_line" if (share or 0) > 0.1 else "soon_line")
        low = ticket and cover.left is not None and cover.left <= 2
        self.offer.setVisible((lacking or low) and case.as_of is None)
        self.offer.setText(
            QCoreApplication.translate("Clocks", "Record a payment…")
            if lacking
            else QCoreApplication.translate("Clocks", "Offer a ticket…")
        )
        self.offer.set_tint("over_text" if lacking else "")
        self.setAccessibleName(" ".join(part for part in (self._lead.text(), self._end.text()) if part))
        self.claim()


class Strips(QWidget):
    """Both strips as one card with round corners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = ClockStrip()
        self.cover = EntitlementStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        column.addWidget(self.clock)
        column.addWidget(self.cover)
        theme().changed.connect(self.update)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        """Show clocks and cover of the case as they stand now."""
        self.clock.show_case(case, now, zone)
        self.cover.show_case(case, now)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, whole = theme().colours, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline)
        split = self.cover.geometry().top()
        painter.fillRect(QRectF(0, 0, whole.width(), split), colours.named(self.clock.ground))
        painter.fillRect(QRectF(0, split, whole.width(), whole.height()), colours.named(self.cover.ground))
        painter.fillRect(QRectF(0, split - 1, whole.width(), 1), colours.line)
        painter.restore()
        rounded(painter, whole, _RADIUS, None, colours.line)
        painter.end()
