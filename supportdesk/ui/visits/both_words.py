"""Words that were typed before it was known that others waited: both stay, on the disk and in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.rules.meeting import meet

if TYPE_CHECKING:
    from supportdesk.ui.widgets.fields import TextBox


def both_words(seen: str, there: str, typed: str) -> str:
    """What was `typed` over what was `seen`, with what stands `there` by now: for one place the words of both."""
    if there in {seen, typed}:
        return typed
    before = there.removesuffix(seen)
    if seen and before.endswith("\n"):
        # They met before: what was typed on takes the place of what was typed then.
        return f"{before}{typed}".strip()
    met = meet("text", seen, there, typed)
    return f"{there.rstrip()}\n{typed}".strip() if met.how == "contested" else str(met.value)


def show_beside(box: TextBox, text: str) -> None:
    """Show a text that ends with what is being typed; who types goes on at the same place."""
    if text == box.text():
        return
    edit = box.control
    # Counted from the end: what is new stands before what is typed.
    behind = edit.document().characterCount() - edit.textCursor().position()
    box.set_text(text)
    cursor = edit.textCursor()
    cursor.setPosition(max(0, edit.document().characterCount() - behind))
    edit.setTextCursor(cursor)
