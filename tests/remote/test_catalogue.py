"""The shipped tools, and an administrator's folder beside them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from supportdesk.remote.catalogue import load_catalogue, load_tool, shipped_folder
from supportdesk.remote.targets import Allowed, normalised, shown
from supportdesk.remote.templates import SCHEMES, scheme
from supportdesk.remote.toml_table import ToolFileRefused
from supportdesk.remote.tool import Form, System
from tests.remote.shipped import CATALOGUE, KEYS, TOOLS
from tests.remote.test_tool_file import GOOD


def test_DSK_4_every_tool_is_shipped_teamviewer_first() -> None:
    assert CATALOGUE.problems == ()
    assert tuple(tool.key for tool in CATALOGUE.tools) == KEYS
    assert {path.stem for path in shipped_folder().glob("*.toml")} == set(KEYS)
    assert CATALOGUE.tool("teamviewer") is CATALOGUE.tools[0]
    assert CATALOGUE.tool("telepathy") is None


@pytest.mark.parametrize("key", KEYS)
def test_every_tool_says_what_people_need(key: str) -> None:
    tool = TOOLS[key]
    assert tool.name
    assert tool.secret_note.endswith(".")
    assert any(tool.modes(system) for system in System)
    for field in tool.fields:
        assert field.label
        assert field.shape.wording.endswith(".")
        assert not re.search(r"(?i)\b(invalid|error|please)\b|!", field.shape.wording)
        for allowed in (Allowed(), Allowed(longer=True)):
            kept = normalised(tool, field, field.example, allowed)
            assert normalised(tool, field, shown(field, kept), allowed) == kept
        if field.group:
            assert shown(field, normalised(tool, field, field.example)) == field.example
        if field.form is Form.TEXT:
            assert re.fullmatch(field.shape.pattern, normalised(tool, field, field.example), re.ASCII)


def test_DSK_4_no_shipped_launch_leaves_the_allowed_schemes() -> None:
    texts = [text for tool in TOOLS.values() for each in tool.launches for text in (*each.argv, each.link)]
    assert {scheme(text) for text in texts} - {""} == SCHEMES
    assert not [text for text in texts if re.search("(?i)passw|pwd|://[^/]*@", text)]


def test_an_administrators_folder_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "acme.toml").write_text(GOOD, encoding="utf-8")
    mine = (
        (shipped_folder() / "dwservice.toml")
        .read_text(encoding="utf-8")
        .replace("DWService", "Our DWService")
    )
    (tmp_path / "dw.toml").write_text(mine, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no tool", encoding="utf-8")
    catalogue = load_catalogue(added=tmp_path)
    assert catalogue.problems == ()
    assert [tool.key for tool in catalogue.tools] == [*KEYS, "acme"]
    assert {tool.name for tool in catalogue.tools if tool.key == "dwservice"} == {"Our DWService"}


def test_a_bad_file_takes_no_other_along(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.toml").write_text(GOOD.replace("{id}", "{peer}"), encoding="utf-8")
    (tmp_path / "d.toml").mkdir()
    catalogue = load_catalogue(added=tmp_path)
    assert [tool.key for tool in catalogue.tools] == [*KEYS, "acme"]
    assert [problem.source for problem in catalogue.problems] == ["b.toml", "c.toml", "d.toml"]


def test_a_folder_that_is_not_there_holds_no_tools(tmp_path: Path) -> None:
    assert load_catalogue(shipped=tmp_path / "none", added=tmp_path / "none").tools == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(ToolFileRefused, match=r"pipe\.toml"):
        load_tool(tmp_path / "pipe.toml")
