"""The tools of this computer together with what was chosen for them; what is noted of a session lives elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from supportdesk.remote.catalogue import Catalogue
from supportdesk.remote.finding import Found, check_chosen, find
from supportdesk.remote.launch_plan import Plan
from supportdesk.remote.launching import Launcher
from supportdesk.remote.machine import Machine
from supportdesk.remote.targets import Allowed
from supportdesk.remote.tool import Kind, Tool


def _not_known() -> bool | None:
    return None


def _keep_nothing(_programs: dict[str, str]) -> None:
    """For a computer whose choices last only as long as the program."""


@dataclass(slots=True)
class Toolbox:
    """What a desk can begin sessions with. Looking for a program and starting one take time: not on a window's thread.

    `chosen` are programs that a person chose, by tool, and `keep` writes them down. `online` tells whether this
    computer has a network, None where nobody knows.
    """

    catalogue: Catalogue
    machine: Machine
    launcher: Launcher
    default: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    keep: Callable[[dict[str, str]], None] = _keep_nothing
    online: Callable[[], bool | None] = _not_known
    allowed: Allowed = field(default_factory=Allowed)

    def tools(self) -> tuple[Tool, ...]:
        """The tools that can start on this system, the default one first."""
        usable = [tool for tool in self.catalogue.tools if tool.modes(self.machine.system)]
        return tuple(sorted(usable, key=lambda tool: tool.key != self.default))

    def tool(self, name: str) -> Tool | None:
        """The tool that a session was logged with, by its name or its key; None where it is not offered here."""
        return next((tool for tool in self.tools() if name in (tool.name, tool.key)), None)

    def look_for(self, tool: Tool) -> Found:
        """Where its program lies now."""
        return find(tool, self.machine, self.chosen.get(tool.key, ""))

    def choose(self, tool: Tool, program: str) -> Found:
        """Use this program for the tool from now on. Raises ProgramRefused, or KnownError if it can't be kept."""
        path = check_chosen(tool, self.machine, program)
        chosen = {**self.chosen, tool.key: path}
        self.keep(chosen)
        self.chosen = chosen
        return self.look_for(tool)

    def launch(self, tool: Tool, plan: Plan) -> None:
        """Start what was planned. Raises NotStarted."""
        self.launcher.launch(tool, plan)

    def out_of_reach(self, tool: Tool) -> bool:
        """Whether the tool's own service is needed and this computer has no network; a host may be near by."""
        return tool.kind is not Kind.HOST and self.online() is False
