"""Files that the hub does not take, from the list to what becomes of them; over a real office."""

from __future__ import annotations

import io
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import unsent
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.ui.attention.file_view import GivingUpDialog, UnsentView
from supportdesk.ui.widgets.buttons import Button
from tests.services.desk_world import made
from tests.ui.attention.conftest import Attention
from tests.ui.hub_fakes import FakeLine

WHY = KnownError("It was refused.", "It stays here.", "Ask.")


def troubled(attention: Attention, cause: str, name: str = "server-room.jpg") -> UUID:
    """A file with a trouble, in view; files are chosen and saved from a shelf of its own."""
    folder = attention.two.office.folder / "files"
    desk = attention.two.desk
    kind = "image/jpeg" if name.endswith("jpg") else "text/plain"
    file = attachments.keep(Blobs(folder, desk.store.files_key), io.BytesIO(b"content"), name, kind)
    attachments.attach_files(desk, attention.two.case, [file])
    (added,) = states(attention)
    unsent.note_troubles(desk, {added: (cause, WHY)})
    attention.page._shelf = FileShelf(folder)  # noqa: SLF001 - the fixture's page has none
    attention.stage.line = FakeLine()
    attention.read(1)
    attention.settle(lambda: isinstance(attention.page.view, UnsentView))
    return added


def states(attention: Attention) -> dict[UUID, str]:
    with attention.two.desk.store.read() as conn:
        return {row.id: row.state for row in conn.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.state))}


def view(attention: Attention) -> UnsentView:
    shown = attention.page.view
    assert isinstance(shown, UnsentView)
    return shown


def button(attention: Attention, text: str) -> Button:
    return next(each for each in view(attention).findChildren(Button) if each.text() == text)


def texts(attention: Attention) -> set[str]:
    return {each.text() for each in view(attention).findChildren(Button)}


@pytest.mark.parametrize(
    ("name", "title"), [("server-room.jpg", "A photo wasn’t sent"), ("log.txt", "A file wasn’t sent")]
)
def test_the_list_says_what_and_of_which_case(attention: Attention, name: str, title: str) -> None:
    troubled(attention, "no_room", name)
    model = attention.page.model
    assert model.data(model.index(0)) == title
    spoken = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert name in spoken


def test_trying_again_lets_it_be_sent(attention: Attention) -> None:
    troubled(attention, "no_room")
    view(attention).submit()
    attention.settle(lambda: attention.page.model.waiting == 0)
    line = attention.stage.line
    assert isinstance(line, FakeLine)
    assert ("again", None) in line.files.asked


def test_giving_up_says_what_is_lost_first(attention: Attention) -> None:
    file = troubled(attention, "too_large")
    button(attention, "Give up…").click()
    (dialog,) = attention.stage.cover.findChildren(GivingUpDialog)
    dialog.close_with(None)
    assert states(attention)[file] == "local"
    button(attention, "Give up…").click()
    dialog = attention.stage.cover.findChildren(GivingUpDialog)[-1]
    dialog.agree.click()
    attention.settle(lambda: states(attention)[file] == "lost")
    attention.settle(lambda: attention.page.model.waiting == 0)


def test_another_file_takes_its_place(
    attention: Attention, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = troubled(attention, "too_large")
    (tmp_path / "smaller.jpg").write_bytes(b"less")
    chosen = (str(tmp_path / "smaller.jpg"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: chosen)
    button(attention, "Choose the file…").click()
    attention.settle(lambda: states(attention).get(file) == "lost")
    assert sorted(states(attention).values()) == ["local", "lost"]


def test_a_file_that_can_t_be_read_is_said_in_place_and_nothing_is_lost(
    attention: Attention, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = troubled(attention, "damaged")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/nowhere/at all.jpg", ""))
    button(attention, "Choose the file…").click()
    attention.settle(lambda: button(attention, "Choose the file…").isEnabled())
    assert states(attention) == {file: "local"}
    assert view(attention)._refusal is not None  # noqa: SLF001 - the banner in view


@pytest.mark.parametrize(
    ("cause", "buttons"),
    [
        ("refused", {"Give up…", "Save a copy…", "Choose the file…", "Try again"}),
        ("damaged", {"Give up…", "Choose the file…", "Try again"}),
        ("missing", {"Give up…", "Choose the file…"}),
    ],
)
def test_only_what_can_help_is_offered(attention: Attention, cause: str, buttons: set[str]) -> None:
    troubled(attention, cause)
    assert buttons == texts(attention) & {"Give up…", "Save a copy…", "Choose the file…", "Try again"}


def test_a_file_of_a_visit_leads_to_it(attention: Attention) -> None:
    two = attention.two
    planned = visits.plan(two.desk, two.client, planned_at=two.desk.now(), engineer_id=two.desk.actor)
    visit = made(planned.created)
    folder = two.office.folder / "files"
    file = attachments.keep(Blobs(folder, two.desk.store.files_key), io.BytesIO(b"content"), "rack.txt")
    attachments.attach_to_visit(two.desk, visit, file)
    (added,) = states(attention)
    unsent.note_troubles(two.desk, {added: ("too_large", WHY)})
    attention.read(1)
    attention.settle(lambda: isinstance(attention.page.view, UnsentView))
    button(attention, "Open the visit").click()
    assert attention.stage.visits == [visit]
