"""What is kept of a case comes back late, or is added to late: what was typed or given meanwhile is kept as well."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from supportdesk.app.leaving import kept_all
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import EntryKind
from supportdesk.services import undo
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.queries import details
from supportdesk.services.views import DraftKind, DraftView
from supportdesk.ui.case_detail.drafting import draft_key
from supportdesk.ui.files.given import PastedPicture
from tests.ui.case_detail.case_stage import Pane, Until, dropped, of_files, open_case, written
from tests.ui.case_detail.test_file_intake import files_of
from tests.ui.case_detail.test_sending_with_files import WORDS, Gate, gate

__all__ = ["gate"]
FULL = KnownError("The disk is full.", "It was not kept.", "Free some space.")


@pytest.fixture
def busy(pane: Pane) -> Iterator[threading.Event]:
    """An act that takes its time; whatever is done after it waits until this is set."""
    over = threading.Event()

    def wait(_desk: Desk) -> None:
        over.wait(10)

    pane.stage.session.do(wait)
    yield over
    over.set()


@pytest.fixture
def other(pane: Pane) -> UUID:
    return pane.world.case(pane.client, "Elsewhere")


def kept(pane: Pane, case: UUID, kind: DraftKind = DraftKind.REPLY) -> Mapping[str, Any]:
    draft = drafts.load(pane.world.desk, draft_key(case, kind))
    return draft.content if draft is not None else {}


def names(content: Mapping[str, Any]) -> list[str]:
    return [file["name"] for file in content.get("files", ())]


def test_what_is_typed_before_the_draft_is_back_stands_after_it(
    pane: Pane, settle: Until, busy: threading.Event
) -> None:
    drafts.save(pane.world.desk, draft_key(pane.case, DraftKind.REPLY), {"text": "First half."})
    composer = pane.view.composer
    pane.view.show_case(pane.case)
    composer.open(DraftKind.REPLY)
    QTest.keyClicks(composer.reply.editor, "Second ha")
    composer.send()
    assert not composer.foot.send.isEnabled()
    busy.set()
    settle(lambda: composer.reply.text() == "First half.\n\nSecond ha")
    QTest.keyClicks(composer.reply.editor, "lf.")
    settle(lambda: kept(pane, pane.case).get("text") == "First half.\n\nSecond half.")
    assert composer.foot.send.isEnabled()
    assert "Second" not in "".join(pane.bodies())


def test_what_is_typed_before_the_draft_is_back_joins_it_where_the_case_is_left(
    pane: Pane, settle: Until, busy: threading.Event, other: UUID
) -> None:
    drafts.save(pane.world.desk, draft_key(pane.case, DraftKind.REPLY), {"text": "First half."})
    pane.view.show_case(pane.case)
    pane.view.composer.open(DraftKind.REPLY)
    QTest.keyClicks(pane.view.composer.reply.editor, "Second half.")
    pane.view.show_case(other)
    pane.view.show_case(pane.case)
    busy.set()
    settle(lambda: pane.view.composer.reply.text() == "First half.\n\nSecond half.")
    assert kept(pane, pane.case)["text"] == "First half.\n\nSecond half."


def test_a_draft_that_can_not_be_read_is_told_and_what_is_typed_is_kept(
    pane: Pane, settle: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_desk: Desk, _key: str) -> DraftView:
        raise FULL

    told: list[KnownError] = []
    pane.stage.session.refused.connect(told.append)
    with monkeypatch.context() as patched:
        patched.setattr(drafts, "load", broken)
        pane.view.show_case(pane.case)
        pane.view.composer.open(DraftKind.REPLY)
        QTest.keyClicks(pane.view.composer.reply.editor, "Typed.")
        settle(lambda: told == [FULL])
    settle(lambda: kept(pane, pane.case).get("text") == "Typed.")
    assert pane.view.composer.foot.send.isEnabled()


def test_an_undone_reply_stands_beside_what_was_typed_since(pane: Pane, settle: Until, other: UUID) -> None:
    composer = pane.view.composer
    for elsewhere in (False, True):
        open_case(pane, settle, pane.case)
        composer.open(DraftKind.REPLY)
        composer.reply.editor.setPlainText("Sent too soon.")
        composer.send()
        settle(lambda: composer.reply.text() == "" and bool(pane.stage.said))
        done = pane.stage.said.pop()[2]
        assert done is not None
        assert done.operation is not None
        QTest.keyClicks(composer.reply.editor, "By the way.")
        if elsewhere:
            case = pane.case
            open_case(pane, settle, other)
            pane.case = case
        pane.stage.session.do(undo.undo, done.operation.id)
        texts = ("By the way.", "Sent too soon.") if elsewhere else ("Sent too soon.", "By the way.")
        both = "\n\n".join(texts)
        settle(lambda both=both: kept(pane, pane.case).get("text") == both)  # type: ignore[misc]
        assert (composer.reply.text() == "") is elsewhere
        open_case(pane, settle, pane.case)
        assert composer.reply.text() == both
        composer.reply.editor.setPlainText("")
        settle(lambda: kept(pane, pane.case) == {})


def test_a_file_goes_with_its_draft_where_the_case_is_left_meanwhile(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until, other: UUID
) -> None:
    composer = pane.view.composer
    dropped(composer, of_files(written(tmp_path, "late.csv"), written(tmp_path, "later.csv")))
    composer.open(DraftKind.NOTE)
    dropped(composer, of_files(written(tmp_path, "internal.csv")))
    pane.view.show_case(other)
    composer.open(DraftKind.REPLY)
    dropped(composer, of_files(written(tmp_path, "own.csv")))
    gate.open()
    settle(lambda: [file.name for file in files_of(pane, DraftKind.REPLY)] == ["own.csv"])
    settle(lambda: names(kept(pane, pane.case)) == ["late.csv", "later.csv"])
    assert kept(pane, pane.case)["text"] == WORDS
    settle(lambda: names(kept(pane, pane.case, DraftKind.NOTE)) == ["internal.csv"])
    open_case(pane, settle, pane.case)
    assert composer.reply.text() == WORDS
    assert [file.name for file in files_of(pane, DraftKind.REPLY)] == ["late.csv", "later.csv"]


def test_a_file_comes_into_the_text_where_its_case_is_in_view_again(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until, other: UUID
) -> None:
    composer = pane.view.composer
    dropped(composer, of_files(written(tmp_path, "late.csv")))
    pane.view.show_case(other)
    open_case(pane, settle, pane.case)
    assert pane.view.files.intake.busy
    composer.send()
    gate.open()
    settle(lambda: WORDS in pane.bodies())
    sent = next(item for item in details.timeline(pane.world.desk, pane.case).items if item.body == WORDS)
    assert [file.name for file in sent.files] == ["late.csv"]


def test_a_file_is_kept_with_a_draft_that_could_not_be_kept_yet(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until, other: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> DraftView:
        raise FULL

    monkeypatch.setattr("supportdesk.ui.case_detail.drafting.TRY_AGAIN_AFTER_MS", 50)
    told: list[KnownError] = []
    pane.stage.session.refused.connect(told.append)
    with monkeypatch.context() as patched:
        patched.setattr(drafts, "save", full)
        patched.setattr(drafts, "add", full)
        dropped(pane.view.composer, of_files(written(tmp_path, "late.csv")))
        pane.view.show_case(other)
        gate.open()
        settle(lambda: not pane.stage.session.errands and bool(told))
        assert kept(pane, pane.case) == {}
    settle(lambda: names(kept(pane, pane.case)) == ["late.csv"])
    assert kept(pane, pane.case)["text"] == WORDS


def test_a_desk_that_is_left_waits_for_files_on_their_way(
    pane: Pane, gate: Gate, tmp_path: Path, other: UUID
) -> None:
    dropped(pane.view.composer, of_files(written(tmp_path, "late.csv")))
    pane.view.show_case(other)
    pane.view.composer.open(DraftKind.NOTE)
    dropped(pane.view.composer, of_files(written(tmp_path, "own.csv")))
    pane.stage.cover.hide()
    opening = threading.Timer(0.3, gate.open)
    opening.start()
    assert kept_all(pane.stage.session) is None
    assert names(kept(pane, pane.case)) == ["late.csv"]
    assert names(kept(pane, other, DraftKind.NOTE)) == ["own.csv"]
    opening.join()


def test_a_desk_that_is_left_waits_for_what_was_typed_before_the_draft_is_back(
    pane: Pane, other: UUID, busy: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = threading.Event()

    def full(*_given: object) -> None:
        late.wait(10)
        raise FULL

    pane.view.show_case(other)
    pane.view.composer.open(DraftKind.REPLY)
    QTest.keyClicks(pane.view.composer.reply.editor, "Half a thought")
    monkeypatch.setattr(drafts, "save", full)
    pane.stage.cover.hide()
    QTimer.singleShot(0, busy.set)
    QTimer.singleShot(100, late.set)
    assert kept_all(pane.stage.session) is FULL


def test_a_desk_is_not_left_over_a_pasted_picture_that_nobody_saw_refused(
    pane: Pane, settle: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    intake = pane.view.files.intake

    def full(*_given: object) -> None:
        raise FULL

    with monkeypatch.context() as patched:
        patched.setattr(FileShelf, "keep_bytes", full)
        intake.take([PastedPicture(image, "png")], DraftKind.REPLY)
        settle(lambda: pane.stage.refused == [FULL])
        # It was seen: leaving loses nothing that anybody believes to be kept.
        assert kept_all(pane.stage.session) is None
        intake.take([PastedPicture(image, "png")], DraftKind.REPLY)
        pane.stage.cover.hide()
        assert kept_all(pane.stage.session) is FULL
    pane.stage.cover.show()
    intake.take([PastedPicture(image, "png")], DraftKind.REPLY)
    settle(lambda: len(files_of(pane, DraftKind.REPLY)) == 1)
    assert kept_all(pane.stage.session) is None


def test_SPK_9_files_go_with_a_request_for_information(pane: Pane, tmp_path: Path, settle: Until) -> None:
    composer = pane.view.composer
    composer.open(DraftKind.REPLY)
    dropped(composer, of_files(written(tmp_path, "form.csv")))
    settle(lambda: bool(files_of(pane, DraftKind.REPLY)))
    composer.foot.ask.click()
    composer.reply.fill({**composer.reply.values(), "text": "Please fill it in.", "items": ["steps"]})
    composer.send()
    settle(lambda: "Information asked for" in [said[0] for said in pane.stage.said])
    items = details.timeline(pane.world.desk, pane.case).items
    (asked,) = [item for item in items if item.kind is EntryKind.INFO_REQUEST]
    assert [file.name for file in asked.files] == ["form.csv"]
    settle(lambda: any(row.item == asked and row.files == asked.files for row in pane.view.timeline.rows))
