"""The column at the side: customer, case, what belongs together, time spent, who watches; nothing is edited in it."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.domain.words import LinkKind
from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail.timeline_words import minutes
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import AvatarMark, IconMark, MarkView
from supportdesk.ui.widgets.painting import right_to_left, rounded
from supportdesk.ui.widgets.texts import ElidedLabel, Line, breaking_label, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import CaseDetail, LinkView

WIDTH = 228
_NAMES = 90
_ICONS = {"tracking_note": "bug", "article": "book-open", "engagement": "briefcase"}


class Properties(QScrollArea):
    """228 wide by default; `link_asked` carries the LinkView that was clicked."""

    link_asked = Signal(object)
    watch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("Properties", "Details of the case"))
        self._shown: CaseDetail | None = None
        self._minute = ""

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        """Show the case; what has not changed is left as it is."""
        minute = moments.clock_time(now, zone)
        if case == self._shown and minute == self._minute:
            return
        self._shown, self._minute = case, minute
        place = self.verticalScrollBar().value()
        inner = self._column(case, now, zone)
        self.setWidget(inner)
        # A scroll area gives its widget a ground of its own; here the pane's shows through.
        inner.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)

    def _column(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 4, 12, 16)
        column.setSpacing(0)
        sections = (
            self._customer(case, now),
            _pairs(QCoreApplication.translate("Properties", "Case"), _case_pairs(case, now, zone)),
            self._related(case),
            _pairs(QCoreApplication.translate("Properties", "Time spent"), _time_pairs(case)),
            self._watching(case),
            self._extra(case),
        )
        shown = [section for section in sections if section is not None]
        for number, section in enumerate(shown):
            if number:
                column.addSpacing(12)
                column.addWidget(Line())
                column.addSpacing(12)
            column.addWidget(section)
        column.addStretch(1)
        return inner

    def _customer(self, case: CaseDetail, now: datetime) -> QWidget | None:
        if not case.organisation and not case.contact:
            return None
        pairs = [
            (QCoreApplication.translate("Properties", "Contact"), case.contact),
            (QCoreApplication.translate("Properties", "Role"), case.contact_role),
            (QCoreApplication.translate("Properties", "Phone"), _isolated(case.phone)),
            (QCoreApplication.translate("Properties", "Email"), _isolated(case.email)),
            (QCoreApplication.translate("Properties", "Site"), case.site),
            (QCoreApplication.translate("Properties", "Support code"), _isolated(case.client_code)),
            (QCoreApplication.translate("Properties", "Local time"), _local_time(case, now)),
        ]
        title = QCoreApplication.translate("Properties", "Customer")
        return _pairs(title, pairs, head=case.organisation)

    def _related(self, case: CaseDetail) -> QWidget | None:
        if not case.links:
            return None
        section, column = _section(QCoreApplication.translate("Properties", "Related"))
        for link in case.links:
            row = _LinkRow(link)
            row.asked.connect(self.link_asked)
            column.addWidget(row)
        return section

    def _watching(self, case: CaseDetail) -> QWidget:
        section, column = _section(QCoreApplication.translate("Properties", "Watching"))
        row = QHBoxLayout()
        row.setSpacing(4)
        for person in case.watchers[:6]:
            mark = MarkView(AvatarMark(person.id, person.name, 22), person.name)
            mark.setToolTip(person.name)
            row.addWidget(mark)
        if len(case.watchers) > 6:
            row.addWidget(label(f"+{len(case.watchers) - 6}", Type.META, "muted"))
        add = _Ring()
        spoken = (
            QCoreApplication.translate("Properties", "Stop following this case")
            if case.followed
            else QCoreApplication.translate("Properties", "Follow this case")
        )
        add.show_state(spoken, followed=case.followed)
        add.clicked.connect(self.watch_asked)
        row.addWidget(add)
        row.addStretch(1)
        column.addLayout(row)
        return section

    def _extra(self, case: CaseDetail) -> QWidget | None:
        if not case.extra:
            return None
        return _Folded(QCoreApplication.translate("Properties", "Imported fields"), case.extra.items())


class _LinkRow(QWidget):
    asked = Signal(object)

    def __init__(self, link: LinkView) -> None:
        super().__init__()
        self._link = link
        icon = _ICONS.get(str(link.kind), "link")
        titled = str(link.kind) in {"article", "engagement"}
        shown = f"{_isolated(link.label)} {link.title}".strip() if titled else _isolated(link.label)
        button = Button(shown, ButtonKind.LINK)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setToolTip(link.title)
        if titled:
            button.setMinimumWidth(theme().px(_NAMES))
        button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(MarkView(IconMark(icon, "muted", 14)))
        row.addWidget(button)
        row.addWidget(ElidedLabel(_detail_word(link), Type.META, "muted"), 1)
        self.setFixedHeight(theme().px(22))

    def _ask(self) -> None:
        self.asked.emit(self._link)


def _link_word(link: LinkView) -> str:
    kind = str(link.kind)
    if kind in {each.value for each in LinkKind}:
        return labels.link_name(LinkKind(kind))
    return {
        "split_into": QCoreApplication.translate("Properties", "split off from here"),
        "merged_here": QCoreApplication.translate("Properties", "merged into this case"),
        "has_duplicate": QCoreApplication.translate("Properties", "duplicate of this case"),
        "followed_by": QCoreApplication.translate("Properties", "follows this case"),
    }.get(kind, "")


def _detail_word(link: LinkView) -> str:
    """What stands behind a link: how it served, what settles it, or how cases belong together."""
    kind = str(link.kind)
    if kind == "tracking_note" and link.detail:
        return QCoreApplication.translate("Properties", "fixed in {version}").format(
            version=_isolated(link.detail)
        )
    if kind == "article":
        return {
            "sent": QCoreApplication.translate("Properties", "sent"),
            "used": QCoreApplication.translate("Properties", "used"),
            "tried": QCoreApplication.translate("Properties", "tried by the customer"),
            "suggested": QCoreApplication.translate("Properties", "suggested"),
            "written": QCoreApplication.translate("Properties", "written from here"),
        }.get(link.detail, link.detail)
    return link.detail or _link_word(link)


class _Ring(Button):
    """A dashed ring with a plus: follow; filled with a tick where one follows already."""

    def __init__(self) -> None:
        super().__init__(kind=ButtonKind.ICON)
        self._followed = False

    def show_state(self, spoken: str, *, followed: bool) -> None:
        self._followed = followed
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(22, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        AvatarMark(None, "", 22).paint(painter, QRectF(self.rect()).topLeft())
        if self.underMouse():
            rounded(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 9, theme().colours.hover)
        icon = IconMark("check" if self._followed else "plus", "text2", 12)
        icon.paint(painter, QRectF(self.rect()).adjusted(5, 5, 0, 0).topLeft())
        painter.end()


class _Folded(QWidget):
    """A section that opens when it is asked for."""

    def __init__(self, title: str, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._button = Button(title, ButtonKind.LINK, icon="caret-right")
        self._button.set_tint("muted")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._turn)
        self._inner = _pairs("", pairs) or QWidget()
        self._inner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button)
        column.addWidget(self._inner)

    def _turn(self, opened: bool) -> None:
        self._inner.setVisible(opened)
        self._button.set_icon("caret-down" if opened else "caret-right")


def _section(title: str) -> tuple[QWidget, QVBoxLayout]:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if title:
        column.addWidget(label(title, Type.SECTION, "muted"))
        column.addSpacing(4)
    return section, column


def _pairs(title: str, pairs: Iterable[tuple[str, str]], head: str = "") -> QWidget | None:
    filled = [(name, value) for name, value in pairs if value]
    if not filled and not head:
        return None
    section, column = _section(title)
    if head:
        strong = breaking_label(head, Type.BODY_STRONG)
        column.addWidget(strong)
        column.addSpacing(2)
    for name, value in filled:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(0)
        named = label(name, Type.META, "muted", wrap=True)
        named.setFixedWidth(_NAMES)
        named.setMinimumHeight(theme().face(Type.BODY).line)
        row.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        shown = breaking_label(value)
        row.addWidget(shown, 1)
        column.addLayout(row)
    return section


def _case_pairs(case: CaseDetail, now: datetime, zone: tzinfo | None) -> list[tuple[str, str]]:
    logged = QCoreApplication.translate("Properties", "{day}, {channel}").format(
        day=moments.day_text(case.logged_at.astimezone(zone).date(), now.astimezone(zone).date()),
        channel=labels.channel_name(case.channel),
    )
    return [
        (QCoreApplication.translate("Properties", "Product"), case.product),
        (QCoreApplication.translate("Properties", "Version"), _isolated(case.product_version)),
        (QCoreApplication.translate("Properties", "Area"), case.area),
        (QCoreApplication.translate("Properties", "Reason"), case.reason),
        *case.template,
        (QCoreApplication.translate("Properties", "Logged"), logged),
        (QCoreApplication.translate("Properties", "Resolution"), _resolution(case)),
        (QCoreApplication.translate("Properties", "Terms"), _terms(case)),
    ]


def _resolution(case: CaseDetail) -> str:
    return dict(case.resolutions).get(case.resolution, case.resolution)


def _terms(case: CaseDetail) -> str:
    if not case.policy_name:
        return ""
    return QCoreApplication.translate("Properties", "{name}, version {version}").format(
        name=case.policy_name, version=case.policy_version
    )


def _time_pairs(case: CaseDetail) -> list[tuple[str, str]]:
    spent = case.seconds_spent
    return [
        (QCoreApplication.translate("Properties", "Remote"), _length(spent.get("remote", 0))),
        (QCoreApplication.translate("Properties", "On site"), _length(spent.get("on_site", 0))),
        (QCoreApplication.translate("Properties", "Desk"), _length(spent.get("desk", 0))),
    ]


def _length(seconds: int) -> str:
    return minutes(seconds) if seconds else ""


def _local_time(case: CaseDetail, now: datetime) -> str:
    try:
        there = ZoneInfo(case.local_time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    words = (
        QCoreApplication.translate("Properties", "{time}, open")
        if case.calendar_open
        else QCoreApplication.translate("Properties", "{time}, closed")
    )
    return words.format(time=moments.clock_time(now, there))


def _isolated(text: str) -> str:
    # The marks of an isolate come from another font, which would make the row higher.
    return moments.ltr(text) if text and right_to_left() else text
