"""The log keeps secrets out (SAP-1: no PIN is ever written down)."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from supportdesk.config.log import rotating_file, start_logging, traced


def test_SAP_1_no_pin_and_no_key_reaches_the_log(tmp_path: Path) -> None:
    start_logging(tmp_path)
    logging.getLogger("supportdesk.test").warning("code %s, key %s", "SAPONE12345", "ab" * 32)
    written = (tmp_path / "desk.log").read_text("utf-8")
    assert "12345" not in written
    assert "abab" not in written
    assert "SAPONE" in written


def _stumble(words: str) -> None:
    raise KeyError(words)


def _said(words: str) -> Exception:
    try:
        try:
            _stumble(words)
        except KeyError as error:
            raise ValueError(words) from error
    except ValueError as outer:
        return outer
    raise AssertionError


def test_SAP_1_an_exception_is_logged_with_its_frames_and_without_the_words_it_stumbled_over(
    tmp_path: Path,
) -> None:
    start_logging(tmp_path)
    logging.getLogger("supportdesk.test").error("failed", exc_info=_said("Madame owes 4711"))
    written = (tmp_path / "desk.log").read_text("utf-8")
    assert "Madame" not in written
    assert "4711" not in written
    for part in (
        "in _said",
        "raise KeyError(words)",
        "in _stumble",
        "builtins.KeyError",
        "builtins.ValueError",
    ):
        assert part in written


def test_what_speaks_of_code_is_kept() -> None:
    assert traced(AttributeError("'NoneType' object has no attribute 'x'")).endswith("attribute 'x'")
    assert traced(OSError(28, "No space left on device", "Madame.txt")).endswith(": No space left on device")


def test_a_trace_without_end_is_cut() -> None:
    def deeper(depth: int) -> None:
        try:
            raise ValueError if depth == 0 else TypeError
        except TypeError:
            deeper(depth - 1)

    with pytest.raises(ValueError) as raised:
        deeper(300)
    assert len(traced(raised.value)) < 21_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_full_disk_does_not_stop_what_is_logged(capfd: pytest.CaptureFixture[str]) -> None:
    handler = rotating_file(Path("/dev/full"), size=0, kept=0)
    record = logging.LogRecord("supportdesk", logging.ERROR, "", 0, "x", (), None)
    handler.handle(record)
    handler.close()
    assert capfd.readouterr().err == ""


def test_an_unwritable_log_folder_does_not_stop_the_program(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    start_logging(blocked / "logs")
    logging.getLogger("supportdesk.test").warning("still running")
