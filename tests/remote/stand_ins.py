"""Made-up computers for the tests of remote tools: programs that write down how they were started, where tools lie."""

from __future__ import annotations

import json
import plistlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from supportdesk.remote.machine import Machine
from supportdesk.remote.tool import System

_SCRIPT = """#!{python} -IS
import json, os, sys
told = {{
    "argv": sys.argv,
    "environment": dict(os.environ),
    "folder": os.getcwd(),
    "own_session": os.getsid(0) == os.getpid(),
    "input": os.read(0, 10).decode(),
}}
print("nobody reads this")
with open({record!r} + ".new", "w") as file:
    json.dump(told, file)
os.replace({record!r} + ".new", {record!r})
"""


def stand_in(program: Path, record: Path) -> Path:
    """A real executable at this path, which writes how it was started to `record`."""
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(_SCRIPT.format(python=sys.executable, record=str(record)), encoding="utf-8")
    program.chmod(0o755)
    return program


def told(record: Path) -> dict[str, Any]:
    """What a stand-in wrote down."""
    content: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
    return content


def application(folder: Path, bundle: str, version: str = "1.0") -> Path:
    """A macOS application with nothing in it but its Info.plist."""
    (folder / "Contents").mkdir(parents=True)
    content = {"CFBundleIdentifier": bundle, "CFBundleShortVersionString": version}
    (folder / "Contents" / "Info.plist").write_bytes(plistlib.dumps(content))
    return folder


@dataclass
class FakeRegistry:
    """A registry made of a mapping; it keeps what it was asked for."""

    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def read(self, key: str, value: str) -> str | None:
        self.asked.append((key, value))
        return self.values.get((key, value))


def windows(root: Path, values: Mapping[tuple[str, str], str] | None = None) -> Machine:
    """A Windows computer whose folders lie below `root`."""
    environment = {
        "PROGRAMFILES": str(root / "Program Files"),
        "PROGRAMFILES(X86)": str(root / "Program Files (x86)"),
        "LOCALAPPDATA": str(root / "Local"),
        "SYSTEMROOT": str(root / "Windows"),
    }
    return Machine(System.WINDOWS, root / "person", environment, FakeRegistry(values or {}))


def macos(root: Path) -> Machine:
    """A macOS computer whose file system begins at `root`."""
    return Machine(System.MACOS, root / "person", root=root)


def linux(root: Path) -> Machine:
    """A Linux computer whose file system begins at `root`, with a PATH full of things that must not be found."""
    return Machine(System.LINUX, root / "person", {"PATH": str(root / "person" / "bin")}, root=root)
