"""The new-case dialog: puts the parts together, asks for advice while one types, keeps the draft, logs the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from supportdesk.services.queries import intake
from supportdesk.ui import moments
from supportdesk.ui.new_case.content import Content, content_from_plain, log, note_what_was_taken
from supportdesk.ui.new_case.drafting import RequestDraft
from supportdesk.ui.new_case.frame import NewCaseFrame
from supportdesk.ui.widgets.awaited import Awaited

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.queries.intake import IntakeDraft
    from supportdesk.services.views import DraftView, IntakeAdvice
    from supportdesk.ui.new_case.files import KeepFile
    from supportdesk.ui.pages import Shell

AdviceQuery = Callable[["Desk", "IntakeDraft"], "IntakeAdvice"]
QUIET_MS = 300
_KEEP_MS = 500


class NewCaseDialog(NewCaseFrame):
    """Nothing typed is lost: closing keeps a draft, an error leaves the text, only logging or discarding ends it.

    Left while files are being taken in, it goes only when they are in the draft. Until then `open` brings it back; the
    draft names them meanwhile, so that they are taken in anew after the program was ended.

    `policy_code` governs requests without a client. `keep_file` keeps a file's bytes; without it nothing can be
    attached. `closed` carries the Done of the logged case, None where there is none.
    """

    _made = False  # a widget is hidden once before it is made

    def __init__(
        self,
        shell: Shell,
        *,
        policy_code: str | None = None,
        keep_file: KeepFile | None = None,
        advice: AdviceQuery = intake.advice,
    ) -> None:
        super().__init__(shell, policy_code, keep_file)
        self._shell, self._policy_code, self._advice = shell, policy_code, advice
        self._busy = False
        self._another = False
        self._over = False
        self._left = False
        self._asked_of: UUID | None = None
        # What is typed while a case is logged would be neither in it nor in the form afterwards.
        parts = (self.form, self.help, self.mine)
        self._awaited, self._logging = Awaited(parts, self.cancel), Awaited(parts, self.cancel)
        self._draft = RequestDraft(shell.session, self.content, self)
        self._ask_soon = self._timer(QUIET_MS, self.ask)
        self._keep_soon = self._timer(_KEEP_MS, self.keep)
        self._listen()
        self._made = True

    @property
    def is_left(self) -> bool:
        """Whether it was left and has still something to keep."""
        return self._left

    def open(self) -> None:
        self._left = False
        super().open()
        self.ask()

    def leave(self) -> None:
        """Close; what was typed is kept."""
        self._stop_waiting()
        if not self._busy:
            self.close_with(None)

    def hideEvent(self, event: QHideEvent) -> None:
        # It may also be the window that closes.
        super().hideEvent(event)
        if self._made:
            self._ask_soon.stop()
            self._stop_waiting()
            self._keep_soon.stop()
            if not self._busy:
                self._draft.leave()

    def close_with(self, result: object) -> None:
        super().close_with(result)
        # What is being kept may still find no room; then the dialog comes back with it.
        self._left = self._draft.underway or self._taking_files or self._joins
        if not self._left:
            self.deleteLater()

    @property
    def _joins(self) -> bool:
        """Whether what it holds is to be joined to what waited, once that is known."""
        return self._draft.sought and not self._over and not self.content().empty

    @property
    def _taking_files(self) -> bool:
        return self.files is not None and self.files.busy and not self._over

    def content(self) -> Content:
        """What the form holds."""
        return replace(
            self.form.content(),
            mine=self.mine.isChecked(),
            same_cause=self.help.same_cause,
            sent=self.help.sent,
            files=self.files.files if self.files is not None else (),
            coming=self.files.coming if self.files is not None else (),
        )

    def show_content(self, content: Content) -> None:
        """Show other content."""
        self.form.show_content(content)
        self.help.show_taken(content.same_cause, content.sent)
        self.mine.setChecked(content.mine)
        if self.files is not None:
            self.files.show_files(content.files)
        self._name_buttons()
        self.ask()

    def ask(self) -> None:
        """Ask for advice on what is typed now."""
        self._ask_soon.stop()
        question = self.content().question(self._policy_code)
        self._asked_of = question.organisation_id
        self._shell.session.ask(
            ("advice", id(self)), self._advice, question, then=self._show_advice, failed=self._say_trouble
        )

    def keep(self) -> None:
        """Keep the draft now, if there is something new to keep."""
        self._keep_soon.stop()
        if not self._busy:
            self._draft.keep()

    def create_case(self) -> None:
        """Log the case and open it."""
        self._log(another=False)

    def create_and_add(self) -> None:
        """Log the case and begin another for the same caller."""
        self._log(another=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._log(another=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
            return
        super().keyPressEvent(event)

    def _listen(self) -> None:
        self.form.changed.connect(self._changed)
        self.help.changed.connect(self._changed)
        self.mine.clicked.connect(self._changed)
        self.help.case_asked.connect(self._open_known)
        self.discard.confirmed.connect(self._discard)
        self._draft.found.connect(self._restore)
        self._draft.kept.connect(self._kept_now)
        self._draft.failed.connect(self._not_saved)
        self.cancel.clicked.connect(self.leave)
        self.another.clicked.connect(self.create_and_add)
        self.primary.clicked.connect(self.create_case)
        if self.files is not None:
            self.files.changed.connect(self._changed)
            self.files.refused.connect(self._not_taken)
            self.files.rested.connect(self._have_come)

    def _timer(self, patience: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(patience)
        timer.timeout.connect(then)
        return timer

    def _changed(self) -> None:
        if self._left:
            self.keep()
            return
        self._ask_soon.start()
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._keep_soon.isActive():
            self._keep_soon.start()
        self.discard.calm()
        self._name_buttons()

    def _restore(self, draft: DraftView | None) -> None:
        if draft is not None:
            self._show_draft(draft)
        # What was typed meanwhile could not be kept before.
        self._keep_soon.start()
        self._have_come()

    def _show_draft(self, draft: DraftView) -> None:
        # Nobody has seen yet what there is to log.
        self._stop_waiting()
        typed, content = self.content(), content_from_plain(draft.content)
        self.show_content(content if typed.empty else content.joined(typed))
        if self.files is not None:
            self.files.take([Path(path) for path in content.coming if path not in typed.coming])
        self._saved(draft)

    def _not_saved(self, error: KnownError) -> None:
        if self._left:
            self.open()
            self.discard.show()
            self._say_trouble(error)
            if self.isVisible():
                return
        # Also where its window is being left: the desk then stays open.
        self._shell.session.refused.emit(error)

    def _kept_now(self, draft: DraftView) -> None:
        self._saved(draft)
        self._go_if_left()

    def _have_come(self) -> None:
        """No file is on its way any more, or it is known what waited."""
        if self._taking_files or self._draft.sought:
            return
        self._awaited.go_on()
        if self._left:
            # Nor is one that could not be taken in.
            self.keep()
            self._go_if_left()

    def _go_if_left(self) -> None:
        if self._left and not self._draft.underway and not self._taking_files and not self._joins:
            self._left = False
            self.deleteLater()

    def _saved(self, draft: DraftView) -> None:
        text = QCoreApplication.translate("NewCase", "Draft saved {time}")
        zone = self._shell.zone
        when = moments.moment(draft.saved_at, self._shell.session.now(), zone)
        self.saved.setText(text.format(time=when))
        self.discard.show()

    def _show_advice(self, advice: IntakeAdvice) -> None:
        party = self.form.caller.party
        if self._asked_of != (party.organisation_id if party is not None else None):
            # It is of whoever was named before; what helps with this client is about to be asked.
            return
        self.form.show_advice(advice)
        self.help.show_advice(advice, self._shell.session.now().astimezone(self._shell.zone).date())

    def _name_buttons(self) -> None:
        self.name_buttons(busy=self._busy)

    def _log(self, *, another: bool) -> None:
        if self._busy:
            return
        missing = self.form.point_out_missing()
        if missing is not None:
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._another = another
        self._set_busy(busy=True)
        if self._taking_files or self._draft.sought:
            self._awaited.hold(self._do_log)
        else:
            self._do_log()

    def _do_log(self) -> None:
        self._keep_soon.stop()
        self._logging.hold()
        self._shell.session.do(
            log, self.content(), self._policy_code, then=self._logged, failed=self._refused
        )

    def _logged(self, done: Done) -> None:
        content = self.content()
        self._logging.let_go()
        self._set_busy(busy=False)
        if done.created is not None:
            self._shell.session.do(note_what_was_taken, content, done.created)
        count = max(1, len(content.aspects))
        lead = QCoreApplication.translate("NewCase", "%n case(s) logged.", None, count)
        self._shell.say(lead, content.aspects[0] if content.aspects else content.summary, undo=done)
        self._draft.logged()
        self.saved.setText("")
        self.discard.hide()
        self.trouble.hide()
        if self._another:
            self._begin_another(content)
            return
        self._over = True
        self._draft.end()
        self.close_with(done)
        if done.created is not None:
            self._shell.open_case(done.created)

    def _begin_another(self, content: Content) -> None:
        self.show_content(content.next_of_caller())
        self.form.summary.one.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: KnownError) -> None:
        self._logging.let_go()
        self._set_busy(busy=False)
        self._say_trouble(error)

    def _stop_waiting(self) -> None:
        if self._awaited.let_go():
            self._set_busy(busy=False)

    def _not_taken(self, error: KnownError) -> None:
        self._stop_waiting()
        if self._left:
            self._shell.refuse(error)
        else:
            self._say_trouble(error)

    def _say_trouble(self, error: KnownError) -> None:
        self.trouble.say(error.what, " ".join(filter(None, (error.meaning, error.remedy))))
        self.trouble.show()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self.primary, self.another, self.discard, self.files):
            if part is not None:
                part.setEnabled(not busy)
        self._name_buttons()

    def _open_known(self, case_id: UUID) -> None:
        self.leave()
        self._shell.open_case(case_id)

    def _discard(self) -> None:
        self._keep_soon.stop()
        self._over = True
        self._draft.discard()
        self._shell.say(QCoreApplication.translate("NewCase", "Draft discarded."))
        self.close_with(None)
