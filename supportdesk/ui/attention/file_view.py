"""A file that the hub does not take: what came between, what that means, and what can become of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from supportdesk.domain.file_names import safe_name
from supportdesk.services.exchange import unsent
from supportdesk.services.views.matters import Unsent
from supportdesk.ui import moments
from supportdesk.ui.attention.frame import Card, MatterView
from supportdesk.ui.attention.words import file_meaning, file_remedy, file_title
from supportdesk.ui.case_detail.errands import Errands
from supportdesk.ui.case_detail.file_chips import file_size, icon_of_file
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.ui.pages import Shell

_NOT_WHOLE = frozenset({"damaged", "missing"})


class UnsentView(MatterView):
    """One file; without a shelf nothing can be chosen in its place or saved."""

    def __init__(self, shell: Shell, matter: Unsent, shelf: FileShelf | None) -> None:
        super().__init__(matter.about, shell.session.now().year)
        self._shell, self._matter, self._shelf = shell, matter, shelf
        self._errands = Errands(shell, self)
        self._buttons: list[Button] = []
        self.primary: Button | None = None
        self.headline(file_title(matter), file_meaning(matter))
        self._show_file()
        if matter.cause == "refused":
            # What else came between is told in the words of this window.
            reason = " ".join(filter(None, (matter.what, matter.meaning, matter.remedy)))
            self.body.addWidget(Banner(MessageKind.HINT, "", reason))
        self._say_what_helps()
        self.body.addStretch(1)
        self._fill_foot()

    def first(self) -> QWidget | None:
        return self.primary or (self._buttons[0] if self._buttons else None)

    def submit(self) -> None:
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    # ------------------------------------------------------------------ what is said

    def _show_file(self) -> None:
        matter, now, zone = self._matter, self._shell.session.now(), self._shell.zone
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(MarkView(IconMark(icon_of_file(matter.media_type), "text2", 18)))
        row.addWidget(ElidedLabel(moments.ltr(matter.name), Type.BODY_STRONG, "text"), 1)
        row.addWidget(label(file_size(matter.size), Type.META_NUMBERS, "text2"))
        card.column.addLayout(row)
        words = QCoreApplication.translate("Attention", "Came up {time}").format(
            time=moments.moment(matter.at, now, zone)
        )
        card.column.addWidget(label(words, Type.META, "muted"))
        self.body.addWidget(card)

    def _say_what_helps(self) -> None:
        self.section(QCoreApplication.translate("Attention", "What you can do"))
        lines = [remedy] if (remedy := file_remedy(self._matter)) else []
        if not self._matter.data:
            lines += [
                QCoreApplication.translate(
                    "Attention", "Choose the file again, or a smaller copy: it takes the place of this one."
                ),
                QCoreApplication.translate(
                    "Attention",
                    "Give up: everybody sees the file as lost. What lies on this computer stays here.",
                ),
            ]
        for line in lines:
            self.body.addWidget(label(f"•  {line}", Type.BODY, "text2", wrap=True))

    # ------------------------------------------------------------------ what can be done

    def _fill_foot(self) -> None:
        again = QCoreApplication.translate("Attention", "Try again")
        if self._matter.data:
            # What becomes of a client's data otherwise is decided where they are kept, by their rules.
            self._add(again, self._try_again, primary=True)
            return
        whole = self._matter.cause not in _NOT_WHOLE
        giving_up = Button(QCoreApplication.translate("Attention", "Give up…"), ButtonKind.FLAT, large=True)
        giving_up.clicked.connect(self._confirm)
        self.foot_start.addWidget(giving_up)
        self._buttons.append(giving_up)
        choose = QCoreApplication.translate("Attention", "Choose the file…")
        if self._shelf is None:
            self._add(again, self._try_again, primary=True)
            return
        if whole:
            self._add(QCoreApplication.translate("Attention", "Save a copy…"), self._save)
            self._add(choose, self._choose)
            self._add(again, self._try_again, primary=True)
        else:
            if self._matter.cause != "missing":
                self._add(again, self._try_again)
            self._add(choose, self._choose, primary=True)

    def _add(self, text: str, slot: Callable[[], None], *, primary: bool = False) -> None:
        button = Button(text, ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY, large=True)
        button.clicked.connect(slot)
        self.foot_end.addWidget(button)
        self._buttons.append(button)
        if primary:
            self.primary = button

    def _try_again(self) -> None:
        self._run(QCoreApplication.translate("Attention", "It is sent once more."), unsent.let_be_sent)

    def _choose(self) -> None:
        if self._shelf is None:
            return
        title = QCoreApplication.translate("Attention", "Choose the file that is to be sent")
        name, _filter = QFileDialog.getOpenFileName(self, title)
        if name:
            self._hold(held=True)
            self._shell.session.ask(
                None, self._shelf.keep, Path(name), then=self._chosen, failed=self._refused
            )

    def _chosen(self, file: NewFile) -> None:
        self._run(
            QCoreApplication.translate("Attention", "{name} is sent instead.").format(
                name=moments.own(file.name)
            ),
            unsent.replace,
            file,
        )

    def _save(self) -> None:
        if self._shelf is None:
            return
        title = QCoreApplication.translate("Files", "Save attachment")
        name, _filter = QFileDialog.getSaveFileName(self, title, safe_name(self._matter.name))
        if name:
            save, file = self._shelf.save, self._matter.file_id
            self._shell.session.ask(None, save, file, Path(name), then=self._saved, failed=self._refused)

    def _saved(self, place: Path) -> None:
        self._shell.say(QCoreApplication.translate("Files", "{name} was saved").format(name=place.name))

    def _confirm(self) -> None:
        dialog = GivingUpDialog(self._shell, self._matter)
        dialog.closed.connect(self._given_up)
        dialog.open()

    def _given_up(self, agreed: object) -> None:
        if agreed:
            self._run(QCoreApplication.translate("Attention", "Given up."), unsent.give_up)

    def _run(self, said: str, act: Callable[..., object], *args: object) -> None:
        self.drop_refusal()
        self._hold(held=True)
        errand = self._errands.run(said, act, self._matter.file_id, *args, in_place=True)
        errand.refused.connect(self._refused)
        errand.done.connect(self._done)

    def _done(self, _result: object) -> None:
        if self._shell.line is not None:
            self._shell.line.files.try_again()

    def _refused(self, error: KnownError) -> None:
        self._hold(held=False)
        self.refuse(error)

    def _hold(self, *, held: bool) -> None:
        for button in self._buttons:
            button.setEnabled(not held)


class GivingUpDialog(Dialog):
    """Says what is lost before a file is given up."""

    def __init__(self, shell: Shell, matter: Unsent) -> None:
        super().__init__(
            shell.cover, QCoreApplication.translate("Attention", "Give up this file?"), size=(480, 236)
        )
        name = moments.own(matter.name)
        lost = QCoreApplication.translate(
            "Attention", "Nobody but you will be able to open {name}: everybody else sees it as lost."
        )
        self.body.addWidget(label(lost.format(name=name), Type.BODY, "text", wrap=True))
        stays = QCoreApplication.translate(
            "Attention", "The original stays on this computer, where you can open and save it."
        )
        if matter.cause in _NOT_WHOLE:
            stays = QCoreApplication.translate(
                "Attention", "There is no whole copy of it on this computer any more."
            )
        self.body.addWidget(label(stays, Type.BODY, "text2", wrap=True))
        self.body.addStretch(1)
        keep = Button(QCoreApplication.translate("Attention", "Keep"), large=True)
        keep.clicked.connect(self.leave)
        self.agree = Button(
            QCoreApplication.translate("Attention", "Give up"), ButtonKind.DESTRUCTIVE, large=True
        )
        self.agree.clicked.connect(self._agree)
        self.footer_end.addWidget(keep)
        self.footer_end.addWidget(self.agree)
        self.closed.connect(self._gone)

    def _agree(self) -> None:
        self.close_with(True)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
