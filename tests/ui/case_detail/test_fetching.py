"""Files whose bytes are not on this computer: fetched in view, or said plainly why not (experience items 50, 53)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details
from supportdesk.services.views import FileView
from supportdesk.ui.case_detail.fetching import Wish
from supportdesk.ui.case_detail.file_chips import _ICONS, chip_width, waiting_words
from supportdesk.ui.hub_line import Phase
from supportdesk.ui.icons import icon_names
from supportdesk.ui.widgets.progress import Progress
from tests.ui.case_detail.case_stage import Pane, Until
from tests.ui.hub_fakes import FakeLine


@pytest.fixture
def file(pane: Pane, tmp_path: Path, settle: Until) -> FileView:
    """An attachment that the hub has and this computer has not."""
    source = tmp_path / "stock.csv"
    source.write_bytes(b"a;b\n")
    kept = FileShelf(tmp_path / "elsewhere").keep(pane.world.desk, source)
    pane.stage.session.do(replies.note, pane.case, "See the file.", files=[kept])
    settle(lambda: any(row.files for row in pane.view.timeline.rows))
    return details.timeline(pane.world.desk, pane.case).items[-1].files[0]


def want(pane: Pane, file: FileView, done: list[str], settle: Until, until: Callable[[], bool]) -> None:
    pane.view.files.fetching.want(file, lambda: done.append("gone on"))
    settle(until)


def test_what_is_not_here_is_fetched_in_view_and_gone_on_with(
    pane: Pane, file: FileView, settle: Until
) -> None:
    done: list[str] = []
    line, fetching = FakeLine(), pane.view.files.fetching
    pane.stage.line = line
    want(pane, file, done, settle, fetching.isVisible)
    assert line.files.asked == [("fetch", file.id)]
    line.files.came.emit(file.id, 2, 4)
    line.files.came.emit(uuid4(), 1, 2)  # somebody else's
    (wish,) = fetching.wishes.values()
    assert wish.bar is not None
    assert "of" in wish.bar.accessibleDescription()
    # Asked for twice, it is fetched once, and the last wish holds.
    fetching.want(file, lambda: done.append("saved"))
    line.files.fetched.emit(file.id)
    assert done == ["saved"]
    assert not fetching.isVisible()
    assert line.files.asked == [("fetch", file.id)]


def test_asked_for_twice_before_it_is_known_to_be_away_it_is_shown_once(
    pane: Pane, file: FileView, settle: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    line, fetching = FakeLine(), pane.view.files.fetching
    pane.stage.line = line
    waiting: list[Wish] = []
    begin = fetching.begin
    monkeypatch.setattr(fetching, "begin", waiting.append)
    for word in ("shown", "opened", "saved"):
        fetching.want(file, partial(done.append, word))
    settle(lambda: len(waiting) == 3)
    # Which is answered first is chance; which was asked last is not.
    for wish in sorted(waiting, key=lambda wish: wish.number, reverse=True):
        begin(wish)
    assert len(fetching.findChildren(Progress)) == 1
    assert line.files.asked == [("fetch", file.id)]
    line.files.fetched.emit(file.id)
    assert done == ["saved"]
    assert not fetching.isVisible()


def test_a_fetch_is_cancelled_at_once(pane: Pane, file: FileView, settle: Until) -> None:
    done: list[str] = []
    line, fetching = FakeLine(), pane.view.files.fetching
    pane.stage.line = line
    want(pane, file, done, settle, fetching.isVisible)
    (wish,) = fetching.wishes.values()
    assert wish.bar is not None
    wish.bar.cancelled.emit()
    assert not fetching.isVisible()
    assert line.files.asked[-1] == ("cancel", file.id)
    line.files.fetched.emit(file.id)
    assert done == []


def test_what_breaks_off_is_said(pane: Pane, file: FileView, settle: Until) -> None:
    line, fetching = FakeLine(), pane.view.files.fetching
    pane.stage.line = line
    want(pane, file, [], settle, fetching.isVisible)
    line.files.failed.emit(file.id, KnownError("The bytes of stock.csv are not what was attached."))
    assert pane.stage.refused[-1].what.startswith("The bytes of stock.csv")
    assert not fetching.isVisible()
    want(pane, file, [], settle, fetching.isVisible)
    line.stand(phase=Phase.OFFLINE)
    line.files.failed.emit(file.id, KnownError("No answer."))
    assert "is not on this computer yet" in pane.stage.refused[-1].what


@pytest.mark.parametrize(
    ("phase", "meaning"),
    [
        (Phase.OFFLINE, "You are offline; it can be fetched as soon as"),
        (Phase.PAUSED, "Sending and fetching are paused."),
        (Phase.SIGNED_OUT, "once you have signed in"),
    ],
)
def test_away_from_the_hub_it_says_when(
    pane: Pane, file: FileView, settle: Until, phase: Phase, meaning: str
) -> None:
    pane.stage.line = FakeLine(phase)
    want(pane, file, [], settle, lambda: bool(pane.stage.refused))
    assert "is not on this computer yet" in pane.stage.refused[-1].what
    assert meaning in pane.stage.refused[-1].meaning
    assert pane.stage.line.files.asked == []


@pytest.mark.parametrize(
    ("state", "by", "what"),
    [
        ("local", "Priya Raman", "not yet uploaded by"),
        ("uploading", "Priya Raman", "not yet uploaded by"),
        ("local", "", "is not on this computer"),
        ("lost", "Priya Raman", "is lost"),
    ],
)
def test_what_the_hub_does_not_have_is_not_asked_for(
    pane: Pane, file: FileView, settle: Until, state: str, by: str, what: str
) -> None:
    line = FakeLine()
    pane.stage.line = line
    want(pane, replace(file, state=state, by=by), [], settle, lambda: bool(pane.stage.refused))
    assert what in pane.stage.refused[-1].what
    assert line.files.asked == []


def test_a_desk_alone_says_that_the_file_is_gone(pane: Pane, file: FileView, settle: Until) -> None:
    want(pane, file, [], settle, lambda: bool(pane.stage.refused))
    assert "is not on this computer" in pane.stage.refused[-1].what


def test_what_is_here_is_not_fetched(pane: Pane, file: FileView, tmp_path: Path, settle: Until) -> None:
    done: list[str] = []
    line = FakeLine()
    pane.stage.line = line
    FileShelf(tmp_path / "files").keep(pane.world.desk, tmp_path / "stock.csv")
    want(pane, file, done, settle, lambda: bool(done))
    assert line.files.asked == []


def test_chips_say_how_the_bytes_stand() -> None:
    file = FileView(uuid4(), "log.txt", 5, "text/plain", "local")
    assert waiting_words(file) == "waits to be sent"
    assert waiting_words(file, 43) == "being sent, 43 %"
    assert waiting_words(replace(file, state="stored"), 43) == ""
    assert waiting_words(replace(file, state="lost", by="Priya")) == "lost"
    assert chip_width("a.txt", 5, "waits to be sent") > chip_width("a.txt", 5)


def test_every_kind_of_file_has_an_icon_that_there_is() -> None:
    assert {icon for _, icon in _ICONS} <= icon_names()
