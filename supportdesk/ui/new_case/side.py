"""The help beside the form: what covers the client, what is perhaps known already, what to try first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.domain.words import Cover
from supportdesk.ui import labels, moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.chips import Tag
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import IconMark, MarkView, SeasonTicket, SeverityMark
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import Line, label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import EntitlementView, IntakeAdvice, Suggestion

_LARGEST_TICKET = 16


class CoverCard(QWidget):
    """Whether the client is entitled to support, by what and until when; a refusal with the ways that are open."""

    def __init__(self, advice: IntakeAdvice, cover: EntitlementView, today: date) -> None:
        super().__init__()
        self._tint = "canvas" if cover.supported else "over_tint"
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        icon, tint = ("shield-check", "ok_line") if cover.supported else ("shield-slash", "over_text")
        entitled = QCoreApplication.translate("NewCase", "Entitled to support")
        not_entitled = QCoreApplication.translate("NewCase", "Not entitled to support")
        title = entitled if cover.supported else not_entitled
        head.addWidget(MarkView(IconMark(icon, tint, 17)))
        head.addWidget(label(title, Type.BODY_STRONG, "text" if cover.supported else "over_text"), 1)
        column.addLayout(head)
        column.addWidget(label(advice.organisation, Type.BODY_MEDIUM, wrap=True))
        for text in _cover_lines(advice, cover, today):
            column.addWidget(label(text, Type.META, "text2", wrap=True))
        if cover.left is not None and cover.size and cover.size <= _LARGEST_TICKET:
            column.addSpacing(2)
            column.addWidget(SeasonTicket(cover.left, cover.size))
        if not cover.supported and cover.ways_open:
            column.addSpacing(2)
            column.addWidget(label(cover.ways_open, Type.META, "text", wrap=True))
        self._add_promise(column, advice)
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        edge = None if self._tint == "over_tint" else colours.line
        rounded(painter, QRectF(self.rect()), 9, colours.named(self._tint), edge)
        painter.end()

    @staticmethod
    def _add_promise(column: QVBoxLayout, advice: IntakeAdvice) -> None:
        if advice.first_response_seconds is None:
            return
        column.addSpacing(4)
        column.addWidget(Line())
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkView(IconMark("timer", "muted", 15)))
        text = QCoreApplication.translate("NewCase", "First response: {time} of support time")
        shown = text.format(time=moments.duration(advice.first_response_seconds))
        row.addWidget(label(shown, Type.META, "text2", wrap=True), 1)
        column.addLayout(row)


def _cover_lines(advice: IntakeAdvice, cover: EntitlementView, today: date) -> list[str]:
    name = labels.cover_name(cover.cover)
    if cover.plan_name:
        name = QCoreApplication.translate("NewCase", "{cover}, {plan}").format(
            cover=name, plan=cover.plan_name
        )
    lines = [name] if cover.cover is not Cover.NONE else []
    parts = []
    if cover.left is not None and cover.size:
        left = QCoreApplication.translate("NewCase", "{left} of {size} incidents left")
        parts.append(left.format(left=cover.left, size=cover.size))
    if cover.valid_until is not None:
        until = QCoreApplication.translate("NewCase", "Until {day}")
        parts.append(until.format(day=moments.day_text(cover.valid_until, today)))
    if advice.named_contacts is not None:
        named = QCoreApplication.translate("NewCase", "{named} of {most} named contacts")
        parts.append(named.format(named=advice.named_contacts[0], most=advice.named_contacts[1]))
    return [*lines, " · ".join(parts)] if parts else lines


class SuggestionRow(QWidget):
    """A case or article. `chosen` says whether it is taken; `opened` and `switched` carry its id."""

    opened = Signal(object)
    switched = Signal(object)

    def __init__(self, suggestion: Suggestion, verb: str, taken: str, year: int, *, chosen: bool) -> None:
        super().__init__()
        self._id = suggestion.id
        is_case = suggestion.kind == "case"
        mark = (
            SeverityMark(suggestion.severity_rank, size=16)
            if is_case and suggestion.severity_rank <= 4
            else IconMark("book-open" if not is_case else "tray", "accent_text", 16)
        )
        spoken = labels.severity_spoken(suggestion.severity_rank, "") if is_case else ""
        words = QVBoxLayout()
        words.setSpacing(1)
        title = QCoreApplication.translate("NewCase", "{number} {title}")
        named = title.format(number=moments.ltr(suggestion.label), title=suggestion.title)
        number = moments.ltr(labels.short_number(suggestion.label, year))
        shown = label(title.format(number=number, title=suggestion.title), Type.LABEL, wrap=True)
        shown.setToolTip(named)
        words.addWidget(shown)
        words.addWidget(label(_detail(suggestion), Type.HINT, "muted", wrap=True))
        acts = QVBoxLayout()
        acts.setSpacing(0)
        switch = Button(taken if chosen else verb, ButtonKind.LINK, icon="check-bold" if chosen else "")
        switch.setCheckable(True)
        switch.setChecked(chosen)
        switch.setAccessibleName(labels.followed_by(verb, named))
        switch.clicked.connect(self._switch)
        acts.addWidget(switch, 0, Qt.AlignmentFlag.AlignTrailing)
        if is_case:
            show = Button(QCoreApplication.translate("NewCase", "Open"), ButtonKind.LINK)
            show.setAccessibleName(QCoreApplication.translate("NewCase", "Open {case}").format(case=named))
            show.clicked.connect(self._open)
            acts.addWidget(show, 0, Qt.AlignmentFlag.AlignTrailing)
        acts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(9)
        row.addWidget(MarkView(mark, spoken), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(acts)

    def _open(self) -> None:
        self.opened.emit(self._id)

    def _switch(self) -> None:
        self.switched.emit(self._id)


def _detail(suggestion: Suggestion) -> str:
    if suggestion.kind == "case":
        alike = QCoreApplication.translate("NewCase", "{share} % alike").format(
            share=round(suggestion.share * 100)
        )
        return " · ".join(part for part in (suggestion.detail, alike) if part)
    if suggestion.detail.isdigit() and int(suggestion.detail):
        return QCoreApplication.translate("NewCase", "Helped with %n case(s)", None, int(suggestion.detail))
    return QCoreApplication.translate("NewCase", "Not used yet")


class HelpSide(QWidget):
    """`changed` comes when a case or article is taken or let go; `case_asked` carries a case to open."""

    changed = Signal()
    case_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.same_cause: tuple[UUID, ...] = ()
        self.sent: tuple[UUID, ...] = ()
        self._advice: IntakeAdvice | None = None
        self._year = 0
        self._cover, self._scope, self._known, self._articles = (_column() for _ in range(4))
        origin = QHBoxLayout()
        origin.setSpacing(8)
        origin.addWidget(MarkView(IconMark("laptop", "muted", 15)), 0, Qt.AlignmentFlag.AlignTop)
        note = QCoreApplication.translate("NewCase", "Suggestions come from this computer’s copy")
        origin.addWidget(label(note, Type.HINT, "muted", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._cover, self._scope, self._known, self._articles):
            column.addLayout(part)
        column.addStretch(1)
        column.addLayout(origin)

    def show_taken(self, same_cause: tuple[UUID, ...], sent: tuple[UUID, ...]) -> None:
        """Show which cases and articles were taken earlier."""
        self.same_cause, self.sent = same_cause, sent
        if self._advice is not None:
            self._show_known(self._advice.similar)
            self._show_articles(self._advice.articles)

    def show_advice(self, advice: IntakeAdvice, today: date) -> None:
        """Show other help; what stays the same is left alone, so that nobody loses the place."""
        before, self._advice, self._year = self._advice, advice, today.year
        if before is None or _cover_of(before) != _cover_of(advice):
            self._show_cover(advice, today)
        if before is None or before.similar != advice.similar:
            self._show_known(advice.similar)
        if before is None or before.articles != advice.articles:
            self._show_articles(advice.articles)

    def _show_cover(self, advice: IntakeAdvice, today: date) -> None:
        emptied(self._cover)
        emptied(self._scope)
        if advice.entitlement is not None:
            self._cover.addWidget(CoverCard(advice, advice.entitlement, today))
        else:
            text = QCoreApplication.translate("NewCase", "Say which client asks to see what covers it.")
            self._cover.addWidget(label(text, Type.META, "muted", wrap=True))
        scope = advice.form.scope if advice.form else ""
        if scope:
            title = QCoreApplication.translate("NewCase", "What support covers")
            self._scope.addWidget(label(title, Type.META_STRONG))
            self._scope.addWidget(label(scope, Type.HINT, "text2", wrap=True))

    def _show_known(self, similar: tuple[Suggestion, ...]) -> None:
        title = QCoreApplication.translate("NewCase", "Perhaps already known")
        verb = QCoreApplication.translate("NewCase", "Same cause")
        taken = QCoreApplication.translate("NewCase", "Will be linked")
        self._fill(self._known, title, similar, (verb, taken), self.same_cause)

    def _show_articles(self, articles: tuple[Suggestion, ...]) -> None:
        title = QCoreApplication.translate("NewCase", "Try first")
        verb = QCoreApplication.translate("NewCase", "Send")
        taken = QCoreApplication.translate("NewCase", "Goes with the case")
        self._fill(self._articles, title, articles, (verb, taken), self.sent)

    def _fill(
        self,
        column: QVBoxLayout,
        title: str,
        suggestions: tuple[Suggestion, ...],
        words: tuple[str, str],
        chosen: tuple[UUID, ...],
    ) -> None:
        emptied(column)
        if not suggestions:
            return
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, Type.META_STRONG))
        head.addWidget(Tag(str(len(suggestions))))
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(8)
        for suggestion in suggestions:
            column.addWidget(Line())
            row = SuggestionRow(suggestion, *words, self._year, chosen=suggestion.id in chosen)
            row.opened.connect(self.case_asked)
            row.switched.connect(self._switch)
            column.addWidget(row)

    def _switch(self, suggestion_id: UUID) -> None:
        advice = self._advice
        if advice is None:
            return
        if any(each.id == suggestion_id for each in advice.similar):
            self.same_cause = _toggled(self.same_cause, suggestion_id)
            self._show_known(advice.similar)
        else:
            self.sent = _toggled(self.sent, suggestion_id)
            self._show_articles(advice.articles)
        self.changed.emit()


def _toggled(ids: tuple[UUID, ...], one: UUID) -> tuple[UUID, ...]:
    return tuple(each for each in ids if each != one) if one in ids else (*ids, one)


def _cover_of(advice: IntakeAdvice) -> tuple[object, ...]:
    scope = advice.form.scope if advice.form else ""
    return (
        advice.organisation_id,
        advice.entitlement,
        advice.named_contacts,
        advice.first_response_seconds,
        scope,
    )


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column
