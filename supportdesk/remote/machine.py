"""The computer as far as finding a tool depends on it, so that a test can make one up; it looks for nothing itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from supportdesk.remote.tool import System


class Registry(Protocol):
    """Windows' registry, read one named value at a time; nothing ever lists it."""

    def read(self, key: str, value: str) -> str | None:
        r"""The text of a value ("" is the key's own) of a key such as HKLM\SOFTWARE\Tool; None if there is none."""


class NoRegistry:
    """The registry of a system that has none."""

    def read(self, key: str, value: str) -> str | None:  # noqa: ARG002 - the protocol's names
        """Nothing."""
        return None


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The registry of this computer."""

        def read(self, key: str, value: str) -> str | None:
            """The text of a value, with its variables expanded where its type asks for that."""
            hive, _, below = key.partition("\\")
            root = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}[hive]
            # The 64-bit view, whatever this program is: the files name WOW6432Node where they mean it.
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            try:
                with winreg.OpenKey(root, below, 0, access) as opened:
                    found, kind = winreg.QueryValueEx(opened, value)
            except OSError:
                return None
            if kind == winreg.REG_EXPAND_SZ:
                return winreg.ExpandEnvironmentStrings(found)
            return found if kind == winreg.REG_SZ and isinstance(found, str) else None

    def _this_registry() -> Registry:
        return WindowsRegistry()

else:

    def _this_registry() -> Registry:
        return NoRegistry()


@dataclass(frozen=True, slots=True)
class Machine:
    """A computer: its system, its variables, the person's folder, and where its file system begins."""

    system: System
    home: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    registry: Registry = field(default_factory=NoRegistry)
    root: Path = Path("/")

    def variable(self, name: str) -> str:
        """A variable of the environment, "" where it isn't set; Windows doesn't tell capitals apart."""
        return next((value for key, value in self.environment.items() if key.lower() == name.lower()), "")


def this_system(platform: str = sys.platform) -> System:
    """The system this program runs on; what is neither Windows nor macOS is treated like Linux."""
    if platform == "win32":
        return System.WINDOWS
    return System.MACOS if platform == "darwin" else System.LINUX


def this_machine() -> Machine:
    """The computer this program runs on."""
    return Machine(this_system(), Path.home(), os.environ, _this_registry())
