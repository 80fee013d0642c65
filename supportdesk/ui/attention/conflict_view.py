"""Contested fields: each value with who set it and when, what the case will say, and settling it or taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.services.exchange import settling
from supportdesk.services.exchange.settling import Choice
from supportdesk.services.views.matters import Contested, ContestedField, Preview, Said
from supportdesk.ui import moments
from supportdesk.ui.attention.comparison import Comparison, Side
from supportdesk.ui.attention.frame import MatterView
from supportdesk.ui.attention.preview import Outcome
from supportdesk.ui.attention.words import first_name
from supportdesk.ui.case_detail.errands import Errands
from supportdesk.ui.exchange.act_words import field_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from datetime import datetime

    from supportdesk.ui.pages import Shell

_LOOK_AFTER_MS = 60


class ConflictView(MatterView):
    """A matter that waits. `later` puts it off, `asked_first` carries the text of a note to the other person."""

    later = Signal()
    asked_first = Signal(str)

    def __init__(self, shell: Shell, matter: Contested) -> None:
        now = shell.session.now()
        super().__init__(matter.about, now.year)
        self._shell, self._matter = shell, matter
        self._errands = Errands(shell, self)
        self.comparison = Comparison(matter, *sides(shell, matter))
        self.outcome = Outcome()
        self.headline(_headline(matter), _subtitle(matter, now, shell.zone))
        self.body.addWidget(self.comparison)
        self.body.addWidget(_remark(_hint(matter)))
        self.section(
            QCoreApplication.translate("Attention", "The case will say")
            if matter.about.case_id
            else QCoreApplication.translate("Attention", "It will say")
        )
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self._fill_foot()
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LOOK_AFTER_MS)
        self._looking.timeout.connect(self._look)
        self.comparison.changed.connect(self._changed)
        self._look()

    def first(self) -> QWidget | None:
        return self.comparison.first()

    def carry_on(self, before: ConflictView) -> None:
        self.comparison.choose(before.comparison.choices())
        # The first look was at what would be chosen by itself.
        self._look()

    def submit(self) -> None:
        """Settle with what is chosen."""
        if not self.settle.isEnabled():
            return
        self.drop_refusal()
        self.settle.setEnabled(False)
        said = QCoreApplication.translate("Attention", "Settled. You can undo it for 30 days.")
        errand = self._errands.run(said, settling.settle, dict(self.comparison.choices()), in_place=True)
        errand.refused.connect(self._refused)

    def _fill_foot(self) -> None:
        name = first_name(self._matter.theirs_by if self._matter.mine_here else self._matter.mine_by)
        if name and self._matter.about.case_id is not None:
            words = QCoreApplication.translate("Attention", "Ask {name} first").format(name=moments.own(name))
            asking = Button(words, ButtonKind.FLAT, icon="chat-circle-text", large=True)
            asking.clicked.connect(self._ask)
            self.foot_start.addWidget(asking)
        undo = QCoreApplication.translate("Attention", "You can undo this for 30 days")
        self.foot_end.addWidget(label(undo, Type.META, "muted"))
        later = Button(QCoreApplication.translate("Attention", "Later"), large=True)
        later.clicked.connect(self.later)
        self.settle = Button(
            QCoreApplication.translate("Attention", "Settle with these choices"),
            ButtonKind.PRIMARY,
            large=True,
        )
        self.settle.setToolTip("Ctrl+Enter")
        self.settle.clicked.connect(self.submit)
        self.foot_end.addWidget(later)
        self.foot_end.addWidget(self.settle)

    def _changed(self) -> None:
        self.drop_refusal()
        self._looking.start()

    def _look(self) -> None:
        choices = dict(self.comparison.choices())
        self._shell.session.do(
            settling.preview, self._matter.about.case_id, choices, then=self._looked, failed=self._unseen
        )

    def _looked(self, found: Preview) -> None:
        kept = [(row.field, _kept(row.field, row.choice())) for row in self.comparison.rows]
        self.outcome.show_preview(found, kept, self._shell.session.now(), self._shell.zone)
        self.settle.setEnabled(not found.refused)

    def _unseen(self, _error: object) -> None:
        """What can't be looked at is told when it is done."""

    def _refused(self, error: object) -> None:
        self.settle.setEnabled(True)
        self.refuse(error)  # type: ignore[arg-type]  # errands carry KnownErrors

    def _ask(self) -> None:
        self.asked_first.emit(_question(self._matter))


class SettledView(MatterView):
    """A matter that a person has settled; for thirty days it can be taken back."""

    def __init__(self, shell: Shell, matter: Contested) -> None:
        now, zone = shell.session.now(), shell.zone
        super().__init__(matter.about, now.year)
        self._shell, self._matter = shell, matter
        self._errands = Errands(shell, self)
        when = moments.moment(matter.settled_at, now, zone) if matter.settled_at else ""
        self.headline(
            QCoreApplication.translate("Attention", "Settled"),
            QCoreApplication.translate("Attention", "{name} chose at {time} what stands.").format(
                name=moments.own(matter.settled_by), time=when
            ),
        )
        self.comparison = Comparison(matter, *sides(shell, matter), choosing=False)
        self.body.addWidget(self.comparison)
        self.body.addStretch(1)
        until = matter.undo_until
        if until is not None and until > now:
            words = QCoreApplication.translate("Attention", "It can be undone until {date}").format(
                date=moments.day_text(until.astimezone(zone).date(), now.astimezone(zone).date())
            )
            self.undo = Button(QCoreApplication.translate("Attention", "Undo"), large=True)
            self.undo.clicked.connect(self._take_back)
            self.foot_end.addWidget(label(words, Type.META, "muted"))
            self.foot_end.addWidget(self.undo)
        else:
            self.foot.hide()

    def _take_back(self) -> None:
        self.drop_refusal()
        self.undo.setEnabled(False)
        said = QCoreApplication.translate("Attention", "Undone. It waits for you again.")
        conflicts = [field.id for field in self._matter.fields]
        errand = self._errands.run(said, settling.take_back, conflicts, in_place=True)
        errand.refused.connect(self._refused)

    def _refused(self, error: object) -> None:
        self.undo.setEnabled(True)
        self.refuse(error)  # type: ignore[arg-type]  # errands carry KnownErrors


def sides(shell: Shell, matter: Contested) -> tuple[Side, Side]:
    """Whose values stand in the two columns."""
    now, zone = shell.session.now(), shell.zone
    mine_title = (
        QCoreApplication.translate("Attention", "Yours, on this computer")
        if matter.mine_here
        else QCoreApplication.translate("Attention", "{name}’s").format(
            name=moments.own(first_name(matter.mine_by))
        )
    )
    theirs_title = (
        QCoreApplication.translate("Attention", "{name}’s, on the hub").format(
            name=moments.own(first_name(matter.theirs_by))
        )
        if matter.theirs_by
        else QCoreApplication.translate("Attention", "On the hub")
    )
    return (
        Side(matter.mine_id, matter.mine_by, mine_title, _set_at(matter.mine_at, now, zone)),
        Side(
            matter.theirs_id,
            matter.theirs_by,
            theirs_title,
            _set_at(matter.theirs_at, now, zone) if matter.theirs_at else "",
        ),
    )


def _set_at(at: datetime, now: datetime, zone: object) -> str:
    return moments.moment(at, now, zone)  # type: ignore[arg-type]  # the shell's own


def _headline(matter: Contested) -> str:
    other = moments.own(first_name(matter.theirs_by)) if matter.theirs_by else ""
    if matter.mine_here and other:
        words = QCoreApplication.translate("Attention", "You and {name} changed this at the same time")
        if matter.about.case_id is not None:
            words = QCoreApplication.translate(
                "Attention", "You and {name} changed this case at the same time"
            )
        return words.format(name=other)
    if matter.mine_here:
        return QCoreApplication.translate("Attention", "You and somebody else changed this at the same time")
    words = QCoreApplication.translate("Attention", "{author} and {name} changed this at the same time")
    author = moments.own(first_name(matter.mine_by))
    return words.format(author=author, name=other or QCoreApplication.translate("Attention", "somebody else"))


def _subtitle(matter: Contested, now: datetime, zone: object) -> str:
    words = (
        QCoreApplication.translate(
            "Attention",
            "Choose what the case should say. Nothing is lost: what you don’t choose stays in the history.",
        )
        if matter.about.case_id is not None
        else QCoreApplication.translate(
            "Attention", "Choose what it should say. Nothing is lost: what you don’t choose is kept."
        )
    )
    if matter.apart is None:
        return words
    begin, end = (_set_at(at, now, zone) for at in matter.apart)
    offline = QCoreApplication.translate("Attention", "You were offline from {begin} to {end}.")
    return f"{offline.format(begin=begin, end=end)} {words}"


def _hint(matter: Contested) -> str:
    parts = []
    both = [field_name(each.field) for each in matter.fields if each.both]
    one = [field_name(each.field) for each in matter.fields if not each.both]
    if both:
        words = QCoreApplication.translate("Attention", "{fields}: both can be kept.")
        parts.append(words.format(fields=moments.listed(both)))
    if one:
        words = QCoreApplication.translate("Attention", "{fields}: one value wins.")
        parts.append(words.format(fields=moments.listed(one)))
    before = [each.base.text for each in matter.fields if each.base.text and not each.both]
    if before:
        words = QCoreApplication.translate("Attention", "Before both changes: {values}.")
        parts.append(words.format(values=moments.listed(before)))
    return " ".join(parts)


def _remark(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(MarkView(IconMark("info", "muted", 13)))
    row.addWidget(label(text, Type.META, "muted", wrap=True), 1)
    return holder


def _kept(field: ContestedField, choice: Choice) -> list[Said]:
    if choice is Choice.BOTH:
        return [field.now, field.mine]
    return [field.mine if choice is Choice.MINE else field.now]


def _question(matter: Contested) -> str:
    """The text of a note that asks the other person."""
    name = first_name(matter.theirs_by if matter.mine_here else matter.mine_by)
    lines = [
        QCoreApplication.translate("Attention", "{field}: {mine} or {theirs}?").format(
            field=field_name(each.field),
            mine=each.mine.text or QCoreApplication.translate("Attention", "nothing"),
            theirs=each.now.text or QCoreApplication.translate("Attention", "nothing"),
        )
        for each in matter.fields
    ]
    asked = QCoreApplication.translate("Attention", "{name}, we both changed this case. What should it say?")
    return "\n".join((asked.format(name=name), *lines))
