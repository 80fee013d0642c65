"""All tools a desk offers: the shipped ones and an administrator's own; what one file may say is checked elsewhere."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from supportdesk.config.paths import resources
from supportdesk.remote.toml_table import ToolFileRefused
from supportdesk.remote.tool import Tool
from supportdesk.remote.tool_file import MOST_BYTES, read_tool

MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The tools in the order they are offered, and the files that gave none, each with its reason."""

    tools: tuple[Tool, ...]
    problems: tuple[ToolFileRefused, ...] = ()

    def tool(self, key: str) -> Tool | None:
        """The tool with this key; None where it is not offered here."""
        return next((tool for tool in self.tools if tool.key == key), None)


def shipped_folder() -> Path:
    """The folder of the tools that come with the program."""
    return resources() / "remote_tools"


def load_catalogue(shipped: Path | None = None, added: Path | None = None) -> Catalogue:
    """Read every `*.toml` of both folders; a folder that isn't there holds none.

    An administrator's file takes the place of a shipped tool with its key, as launch lines change with the tools.
    A file that can't be used is left out and told about; the others count.
    """
    tools: dict[str, Tool] = {}
    problems: list[ToolFileRefused] = []
    for folder in (shipped or shipped_folder(), added):
        seen: set[str] = set()
        for path in _files(folder):
            try:
                tool = _new_tool(path, seen)
            except ToolFileRefused as problem:
                problems.append(problem)
                continue
            tools[tool.key] = tool
    ordered = sorted(tools.values(), key=lambda tool: (tool.order, tool.name, tool.key))
    return Catalogue(tuple(ordered), tuple(problems))


def load_tool(path: Path) -> Tool:
    """The tool in this file. Raises ToolFileRefused."""
    try:
        return read_tool(_content(path), path.name)
    except OSError as error:
        raise ToolFileRefused(path.name, "", f"It can't be read: {error.strerror or error}.") from error


def _new_tool(path: Path, seen: set[str]) -> Tool:
    tool = load_tool(path)
    if tool.key in seen:
        raise ToolFileRefused(path.name, "key", "Another file of this folder has this key.")
    seen.add(tool.key)
    return tool


def _files(folder: Path | None) -> Iterator[Path]:
    if folder is None or not folder.is_dir():
        return
    yield from sorted(folder.glob("*.toml"))[:MOST_FILES]


def _content(path: Path) -> bytes:
    # Opened without waiting and looked at first: a pipe in its place would keep the desk waiting for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ToolFileRefused(path.name, "", "It is no file.")
        return file.read(MOST_BYTES + 1)
