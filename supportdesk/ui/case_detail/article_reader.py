"""Reads an article that a case is linked with: its text as it is written, and its files, to which some can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from supportdesk.domain.operation import Entity, Ref
from supportdesk.services import undo
from supportdesk.services.cases import article_files
from supportdesk.services.queries import library
from supportdesk.ui import moments
from supportdesk.ui.case_detail.article_files import ArticleFiles
from supportdesk.ui.case_detail.file_desk import FileDesk
from supportdesk.ui.files.given import given_in, offers_anything
from supportdesk.ui.files.preview import TextView
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner
from supportdesk.ui.widgets.painting import right_to_left
from supportdesk.ui.widgets.texts import breaking_label, label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views import FileView, LinkView
    from supportdesk.services.views.directory import ArticleView
    from supportdesk.ui.pages import Shell

_SIZE = (820, 680)
_NO_CASES = frozenset({"tracking_note", "engagement"})


def follow_link(shell: Shell, shelf: FileShelf | None, link: LinkView) -> None:
    """Go to what a case is linked with: another case is shown, an article is read."""
    if str(link.kind) == "article":
        ArticleReader(shell, shelf, link.id, link.label).open()
    elif str(link.kind) not in _NO_CASES:
        shell.open_case(link.id)


class _Inside:
    """The window as the reader's parts see it: what is said to somebody who reads is said in the reader."""

    def __init__(self, shell: Shell, reader: ArticleReader) -> None:
        self._shell, self._reader = shell, reader

    def __getattr__(self, name: str) -> object:
        return getattr(self._shell, name)

    def say(self, lead: str, text: str = "", *, undo: Done | None = None) -> None:
        """Say that something is done, with a way back where there is one."""
        self._reader.tell(lead, text, undo)

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done."""
        self._reader.refuse(error)


class ArticleReader(Dialog):
    """One article in one language. What others change of it meanwhile is read again."""

    def __init__(self, shell: Shell, shelf: FileShelf | None, article_id: UUID, number: str = "") -> None:
        super().__init__(shell.cover, moments.ltr(number), size=_SIZE)
        self._shell, self._article_id = shell, article_id
        self._inside = cast("Shell", _Inside(shell, self))
        self._article: ArticleView | None = None
        self._kept: list[NewFile] = []
        self._attaching = False
        self._way_back: Done | None = None
        self.note: Banner | None = None
        self.title = breaking_label("", Type.CASE_TITLE)
        self.facts = label("", Type.META, "muted", wrap=True)
        self.text = TextView()
        self.files = ArticleFiles(takes=shelf is not None)
        self.desk = FileDesk(self._inside, shelf, self)
        self._notes = QVBoxLayout()
        self._takes = shelf is not None
        self._lay_out_body()
        self._connect()
        self.desk.follow()
        self._read()

    # ------------------------------------------------------------------ what is said here

    def tell(self, lead: str, text: str = "", way_back: Done | None = None) -> None:
        """Say that something is done, with a way back where there is one; it stays until something else is said.

        After the reader was closed it is said in the window.
        """
        if self.isHidden():
            self._shell.say(lead, text, undo=way_back)
            return
        self._way_back = way_back if way_back is not None and way_back.undoable else None
        action = QCoreApplication.translate("Articles", "Undo") if self._way_back is not None else ""
        self._put_note(Banner(MessageKind.DONE, lead, text, action=action, closable=True))

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done, in the same place."""
        if self.isHidden():
            self._shell.refuse(error)
            return
        self._way_back = None
        self._put_note(error_banner(error))

    def take_back(self) -> None:
        """Take back what the note in view tells of."""
        done, self._way_back = self._way_back, None
        if done is not None and done.operation is not None:
            act = undo.undo
            self._shell.session.do(act, done.operation.id, then=self._taken_back, failed=self.refuse)

    # ------------------------------------------------------------------ files that are given

    def paste(self) -> None:
        """Attach the files or the picture that were copied elsewhere."""
        mime = QGuiApplication.clipboard().mimeData()
        if self._takes and offers_anything(mime):
            self.desk.intake.take(given_in(mime))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offers_anything(event.mimeData()):
            event.acceptProposedAction()
            self.files.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.files.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.light(False)
        self.desk.intake.take(given_in(event.mimeData()))
        # A copy, whatever was offered: what is moved is deleted where it came from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out_body(self) -> None:
        self.text.setFont(theme().face(Type.MESSAGE).font)
        self.text.document().setDocumentMargin(0)
        self.text.setPlaceholderText(QCoreApplication.translate("Articles", "The article is being read…"))
        self.text.setAccessibleName(QCoreApplication.translate("Articles", "Text of the article"))
        for part in (self.text, self.text.viewport()):
            # What is dropped on the text is dropped on the article.
            part.setAcceptDrops(False)
        self.body.addLayout(self._notes)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.facts)
        self.body.addLayout(head)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.desk.fetching)
        self.body.addWidget(self.files)
        close = Button(QCoreApplication.translate("Articles", "Close"), large=True)
        close.clicked.connect(self.leave)
        self.footer_end.addWidget(close)
        self.setAcceptDrops(self._takes)

    def _connect(self) -> None:
        self.files.add_asked.connect(self.desk.intake.choose)
        self.files.asked.connect(self._look)
        self.files.save_asked.connect(self.desk.save)
        self.files.removed.connect(self._remove)
        self.desk.sending.connect(self.files.show_sending)
        self.desk.intake.kept.connect(self._keep)
        self.desk.intake.rested.connect(self._attach)
        self._shell.session.notifier.changed.connect(self._changed)
        self.closed.connect(self._gone)

    def _read(self) -> None:
        ask = self._shell.session.ask
        ask("article", library.article, self._article_id, then=self._show, failed=self.refuse)

    def _show(self, article: ArticleView) -> None:
        before, self._article = self._article, article
        self.set_title(moments.ltr(article.number), _audience(article))
        self.title.setText(article.title)
        self.facts.setText(self._facts(article))
        if before is None or (before.body, before.language) != (article.body, article.language):
            option = self.text.document().defaultTextOption()
            option.setTextDirection(QLocale(article.language).textDirection())
            # It stands where the interface begins, as every text does.
            side = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.text.document().setDefaultTextOption(option)
            self.text.setPlainText(article.body)
        self.files.show_files(article.files)

    def _facts(self, article: ArticleView) -> str:
        changed = QCoreApplication.translate("Articles", "changed {time}").format(
            time=moments.moment(article.updated_at, self._shell.session.now(), self._shell.zone)
        )
        # Qt knows English by its countries only.
        language = QLocale("en_001" if article.language == "en" else article.language).nativeLanguageName()
        parts = (language and moments.own(language), article.author and moments.own(article.author), changed)
        return " · ".join(filter(None, parts))

    def _changed(self, changes: ChangeSet) -> None:
        if changes.aspects_of(Ref(Entity.ARTICLE, self._article_id)):
            self._read()

    def _look(self, file: FileView) -> None:
        self.desk.look(file, self.files.files)

    def _keep(self, file: NewFile, _tab: object) -> None:
        self._kept.append(file)

    def _attach(self) -> None:
        """Attach what was given at once, so that it can be taken back at once."""
        files, self._kept = list(dict.fromkeys(self._kept)), []
        if files:
            act, self._attaching = article_files.attach, True
            self._shell.session.do(
                act, self._article_id, files, then=self._attached, failed=self._not_attached
            )
        elif self.isHidden():
            self.deleteLater()

    def _attached(self, done: Done) -> None:
        count = len(done.operation.args["files"]) if done.operation is not None else 0
        self.tell(
            QCoreApplication.translate("Articles", "%n file(s) attached to the article", None, count),
            way_back=done,
        )
        self._end_attaching()

    def _not_attached(self, error: KnownError) -> None:
        self.refuse(error)
        self._end_attaching()

    def _end_attaching(self) -> None:
        self._attaching = False
        if self.isHidden() and not self.desk.intake.busy:
            self.deleteLater()

    def _remove(self, file: FileView) -> None:
        act = article_files.remove
        self._shell.session.do(act, self._article_id, [file.id], then=self._removed, failed=self.refuse)

    def _removed(self, done: Done) -> None:
        self.tell(QCoreApplication.translate("Articles", "Taken off the article"), way_back=done)

    def _taken_back(self, _done: Done) -> None:
        self.tell(QCoreApplication.translate("Articles", "Taken back"))

    def _put_note(self, note: Banner) -> None:
        self._drop_note()
        self.note = note
        note.acted.connect(self.take_back)
        note.dismissed.connect(self._drop_note)
        self._notes.addWidget(note)
        # Once it has its place: it may be above what of a long list is in view.
        QTimer.singleShot(0, self, self._show_note)

    def _show_note(self) -> None:
        above = self.text.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.note is not None:
            above.ensureWidgetVisible(self.note)

    def _drop_note(self) -> None:
        if self.note is not None:
            if self.note.action.hasFocus():
                self.files.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.note.hide()
            self.note.deleteLater()
            self.note = None

    def _gone(self, _result: object) -> None:
        for wish in tuple(self.desk.fetching.wishes.values()):
            self.desk.fetching.drop(wish)
        # What was given and is still being read is attached all the same, and then said.
        if not self.desk.intake.busy and not self._attaching:
            self.deleteLater()


def _audience(article: ArticleView) -> str:
    if article.audience == "client":
        return QCoreApplication.translate("Articles", "For customers")
    return QCoreApplication.translate("Articles", "For engineers only")
