"""Opens the new-case dialog: the one that was left and has still something to keep, or else another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.ui.new_case.dialog import NewCaseDialog

if TYPE_CHECKING:
    from supportdesk.ui.new_case.files import KeepFile
    from supportdesk.ui.pages import Shell


def open_new_case(
    shell: Shell, *, policy_code: str | None = None, keep_file: KeepFile | None = None
) -> NewCaseDialog:
    """Show the form, with its files where they are still being taken in since it was left."""
    found = shell.cover.findChildren(NewCaseDialog)
    left = next((dialog for dialog in found if dialog.is_left), None)
    dialog = left or NewCaseDialog(shell, policy_code=policy_code, keep_file=keep_file)
    dialog.open()
    return dialog
