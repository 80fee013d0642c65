"""Files between desks in their windows and a hub: after the text, on through cuts and ends, honestly shown."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from supportdesk.app import hub_line
from supportdesk.app.cli import main
from supportdesk.app.hub_window import Files
from supportdesk.services.cases import attachments, replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import outlook
from supportdesk.services.exchange.matters import matters
from supportdesk.services.views import FileView
from supportdesk.services.views.matters import Unsent
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.sync import uploading
from supportdesk.ui.attention.file_view import UnsentView
from supportdesk.ui.attention.page import AttentionPage
from supportdesk.ui.case_detail.file_chips import waiting_words
from supportdesk.ui.file_line import FilePhase
from supportdesk.ui.pages import Page
from supportdesk.ui.theme import install_theme
from tests.stories.file_office import FileOffice, Gate, GatedLink, Seat, case_of, founded, free_port

pytestmark = pytest.mark.slow

KIB = 1 << 10
PIECE = 64 * KIB


@pytest.fixture
def office(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FileOffice]:
    install_theme("light")
    gate = Gate()
    monkeypatch.setattr(GatedLink, "gate", gate, raising=False)
    monkeypatch.setattr(hub_line, "HttpFileLink", GatedLink)
    monkeypatch.setattr(uploading, "PIECE", PIECE)
    monkeypatch.setattr(uploading, "LARGE_PIECE", PIECE)
    monkeypatch.setattr(uploading, "SMALL_PIECE", PIECE // 4)
    made = FileOffice(
        tmp_path, founded(tmp_path), lambda holds: qtbot.waitUntil(holds, timeout=30_000), gate, free_port()
    )
    yield made
    gate.let_go.set()
    for seat in made.seats:
        seat.close()


def photo(folder: Path, kib: int, seed: int = 1) -> Path:
    path = folder / f"photo {seed}.bin"
    path.write_bytes(Random(seed).randbytes(kib * KIB))
    return path


def chip(seat: Seat) -> FileView:
    """The one file on the timeline in view."""
    (found,) = [file for row in seat.pane.timeline.rows for file in row.files]
    return found


def words(seat: Seat) -> str:
    files = [file for row in seat.pane.timeline.rows for file in row.files]
    return waiting_words(files[0]) if files else "none"


def unsent(seat: Seat) -> list[Unsent]:
    return [each for each in matters(seat.desk).waiting if isinstance(each, Unsent)]


def test_B12_what_one_attaches_is_seen_to_come_and_is_opened_by_another(
    office: FileOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    with office.serving():
        nadia, priya = office.seat("nadia"), office.seat("priya")
        case = case_of(nadia)
        priya.show(case)
        office.gate.cut_after(2)
        file = photo(tmp_path, 300)
        attachment = nadia.attach(case, file)
        nadia.show(case)
        # The text goes ahead: the other desk has the row, and says honestly that the bytes have not come.
        office.until(lambda: words(priya) == "not yet uploaded by \u2068Amina\u2069")
        assert words(nadia) == "waits to be sent"
        assert chip(priya).state == "local"
        priya.pane.files.open(chip(priya))
        office.until(lambda: bool(_toast(priya)))
        assert "the computer on which it was attached" in _toast(priya)
        assert outlook.standing(nadia.desk).files == 1
        # Cut in the middle, it goes on where the hub has it.
        office.until(lambda: _files(nadia).state().phase is FilePhase.OFFLINE)
        office.gate.mend()
        _files(nadia).try_again()
        office.until(
            lambda: nadia.states()[attachment] == "stored" and priya.states()[attachment] == "stored"
        )
        assert office.gate.sent.count(0) == 1
        assert sum(1 for at in office.gate.sent if at % PIECE == 0) >= 4
        office.until(lambda: chip(priya).state == "stored")
        assert not priya.blobs.has(_checksum(nadia, attachment))
        priya.pane.files.open(chip(priya))
        office.until(lambda: bool(opened))
        assert Path(opened[0]).read_bytes() == file.read_bytes()
        assert outlook.standing(nadia.desk).files == 0


def test_B12_a_fetch_is_shown_can_be_cancelled_and_goes_on_after_a_cut(
    office: FileOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.serving():
        nadia, priya = office.seat("nadia"), office.seat("priya")
        case = case_of(nadia)
        priya.show(case)
        file = photo(tmp_path, 900)
        attachment = nadia.attach(case, file)
        office.until(lambda: priya.states().get(attachment) == "stored" and words(priya) == "")
        saved = tmp_path / "saved.bin"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved), ""))
        office.gate.hold()
        fetching = priya.pane.files.fetching
        priya.pane.files.save(chip(priya))
        office.until(fetching.isVisible)
        (wish,) = fetching.wishes.values()
        assert wish.bar is not None
        wish.bar.cancelled.emit()
        # Given up at once, although the hub does not answer.
        assert not fetching.isVisible()
        office.gate.holds = False
        office.gate.let_go.set()
        office.until(lambda: all(each.name != "hub fetch" for each in threading.enumerate()))
        office.gate.fetched.clear()
        office.gate.cut_after(1, once=True)
        priya.pane.files.save(chip(priya))
        office.until(lambda: saved.exists() and saved.read_bytes() == file.read_bytes())
        assert any(at > 0 for at in office.gate.fetched)  # taken up where it was cut


def test_B12_a_pause_holds_files_and_a_desk_that_starts_anew_goes_on(
    office: FileOffice, tmp_path: Path
) -> None:
    with office.serving():
        nadia = office.seat("nadia")
        case = case_of(nadia)
        office.until(lambda: outlook.standing(nadia.desk).waiting == 0)
        office.gate.hold()
        attachment = nadia.attach(case, photo(tmp_path, 400))
        office.until(office.gate.held.is_set)
        assert nadia.shown.line is not None
        nadia.shown.line.pause(True)
        office.gate.holds = False
        office.gate.let_go.set()
        office.until(lambda: _files(nadia).state().phase is FilePhase.PAUSED)
        sent = len(office.gate.sent)
        assert sent <= 2
        status = nadia.shown.window.hub._status  # type: ignore[union-attr]  # noqa: SLF001 - what stands at the foot
        office.until(lambda: "1 file(s) waiting on this computer" in status.waits.text())
        # In the middle of a slow request a desk closes within about a second.
        office.gate.let_go.clear()
        office.gate.held.clear()
        office.gate.hold()
        nadia.shown.line.pause(False)
        office.until(office.gate.held.is_set)
        began = time.monotonic()
        nadia.shown.line._file_thread.stop()  # noqa: SLF001 - what the desk's end calls first
        assert time.monotonic() - began < 2
        nadia.close()
        office.gate.holds = False
        office.gate.let_go.set()
        office.gate.sent.clear()
        nadia.open()
        office.until(lambda: nadia.states()[attachment] == "stored")
        assert 0 not in office.gate.sent  # it went on, and began nothing anew


def test_B12_what_the_hub_has_no_room_for_waits_for_a_person_over_a_restart(
    office: FileOffice, tmp_path: Path
) -> None:
    with office.serving(quota_mib="1"):
        nadia = office.seat("nadia")
        case = case_of(nadia)
        attachment = nadia.attach(case, photo(tmp_path, 1500))
        office.until(lambda: len(unsent(nadia)) == 1)
        (found,) = unsent(nadia)
        assert (found.cause, found.name, found.about.case_id) == ("no_room", "photo 1.bin", case)
        assert outlook.standing(nadia.desk).attention == 1
        nadia.close()
        nadia.open()
        assert [each.file_id for each in unsent(nadia)] == [attachment]
        page = _attention(nadia)
        office.until(lambda: isinstance(page.view, UnsentView))
        office.until(lambda: _files(nadia).state().phase is FilePhase.IDLE)
    with office.serving(quota_mib="50"):
        assert isinstance(page.view, UnsentView)
        assert page.view.primary is not None
        page.view.primary.click()
        office.until(lambda: nadia.states()[attachment] == "stored")
        office.until(lambda: not unsent(nadia) and page.model.waiting == 0)


def test_B12_what_is_given_up_is_seen_as_lost_by_others_and_stays_here(
    office: FileOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "copy.bin"
    with office.serving(quota_mib="1"):
        nadia, priya = office.seat("nadia"), office.seat("priya")
        case = case_of(nadia)
        file = photo(tmp_path, 1500)
        attachment = nadia.attach(case, file)
        priya.show(case)
        page = _attention(nadia)
        office.until(lambda: isinstance(page.view, UnsentView))
        assert isinstance(page.view, UnsentView)
        page.view._given_up(True)  # noqa: SLF001 - the dialog's answer
        office.until(lambda: priya.states().get(attachment) == "lost")
        office.until(lambda: words(priya) == "lost")
        office.until(lambda: page.model.waiting == 0)
        nadia.show(case)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved), ""))
        nadia.pane.files.save(chip(nadia))
        office.until(lambda: saved.exists() and saved.stat().st_size == file.stat().st_size)


def test_B12_damaged_bytes_are_told_and_healed_by_the_same_file(
    office: FileOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.serving():
        nadia = office.seat("nadia")
        case = case_of(nadia)
        office.until(lambda: outlook.standing(nadia.desk).waiting == 0)
        office.gate.cut_after(0)
        file = photo(tmp_path, 200)
        attachment = nadia.attach(case, file)
        office.until(lambda: _files(nadia).state().phase is FilePhase.OFFLINE)
        kept = nadia.blobs.path(_checksum(nadia, attachment))
        kept.write_bytes(b"something else")
        office.gate.mend()
        nadia.close()
        nadia.open()
        office.until(lambda: [each.cause for each in unsent(nadia)] == ["damaged"])
        page = _attention(nadia)
        office.until(lambda: isinstance(page.view, UnsentView))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
        assert isinstance(page.view, UnsentView)
        assert page.view.primary is not None
        page.view.primary.click()
        office.until(lambda: nadia.states()[attachment] == "stored")
        office.until(lambda: not unsent(nadia))


def test_B12_files_wait_until_what_was_written_is_sent(office: FileOffice, tmp_path: Path) -> None:
    with office.serving():
        nadia = office.seat("nadia")
        case = case_of(nadia)
        office.until(lambda: outlook.standing(nadia.desk).waiting == 0)
    attachment = nadia.attach(case, photo(tmp_path, 100))
    nadia.shown.session.do(replies.note, case, "Written without a hub.")
    office.until(lambda: outlook.standing(nadia.desk).waiting == 2)
    assert outlook.standing(nadia.desk).files == 1
    assert not office.gate.sent
    with office.serving():
        assert nadia.shown.line is not None
        nadia.shown.line.send_now()
        office.until(lambda: nadia.states()[attachment] == "stored")
        assert outlook.standing(nadia.desk).waiting == 0


def test_B12_the_command_sends_files_and_tells_what_was_refused(
    office: FileOffice, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def sync(seat: Seat) -> dict[str, Any]:
        capsys.readouterr()
        assert main(["--profile", str(seat.opened.profile.root), "sync"]) == 0
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        return told

    with office.serving(quota_mib="1"):
        nadia = office.seat("nadia")
        case = case_of(nadia)
        office.until(lambda: outlook.standing(nadia.desk).waiting == 0)
        nadia.close()
        shelf = FileShelf(nadia.opened.profile.blobs)
        kept = [shelf.keep(nadia.desk, photo(tmp_path, kib, kib)) for kib in (100, 1500)]
        attachments.attach_files(nadia.desk, case, kept)
        nadia.opened.store.close()
        told = sync(nadia)
        assert (told["pushed"], told["waiting"], told["files"]["waiting"]) == (1, 0, 1)
        assert told["files"]["bytes"] == 1500 * KIB
        assert [(each["name"], each["cause"]) for each in told["files"]["refused"]] == [
            ("photo 1500.bin", "no_room")
        ]
    with office.serving(quota_mib="50"):
        assert sync(nadia)["files"] == {"waiting": 0, "bytes": 0, "refused": []}
        assert set(nadia.states().values()) == {"stored"}


def _files(seat: Seat) -> Files:
    assert seat.shown.line is not None
    return seat.shown.line.files


def _toast(seat: Seat) -> str:
    toasts = seat.shown.window.toasts  # type: ignore[union-attr]  # it was shown
    return toasts.shown.accessibleName() if toasts.shown is not None else ""


def _attention(seat: Seat) -> AttentionPage:
    assert seat.shown.window is not None
    seat.shown.window.show_page(Page.ATTENTION)
    (page,) = seat.shown.window.findChildren(AttentionPage)
    return page


def _checksum(seat: Seat, attachment: UUID) -> str:
    with seat.desk.store.read() as conn:
        return str(conn.scalar(select(ATTACHMENT.c.sha256).where(ATTACHMENT.c.id == attachment)))
