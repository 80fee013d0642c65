"""The log keeps secrets out (SAP-1: no PIN is ever written down)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from supportdesk.config.log import start_logging

if TYPE_CHECKING:
    from pathlib import Path


def test_SAP_1_no_pin_and_no_key_reaches_the_log(tmp_path: Path) -> None:
    start_logging(tmp_path)
    logging.getLogger("supportdesk.test").warning("code %s, key %s", "SAPONE12345", "ab" * 32)
    written = (tmp_path / "desk.log").read_text("utf-8")
    assert "12345" not in written
    assert "abab" not in written
    assert "SAPONE" in written


def test_an_unwritable_log_folder_does_not_stop_the_program(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    start_logging(blocked / "logs")
    logging.getLogger("supportdesk.test").warning("still running")
