"""Ten thousand hostile values for each tool: what comes out is the tool's own template, or a refusal (item 55)."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_plan import OpenLink, Plan, Start, plan
from supportdesk.remote.targets import Allowed, Target, make_target
from supportdesk.remote.tool import Mode, System, Tool
from tests.remote.hostile import PIECES, hostile
from tests.remote.shipped import COMMANDS, KEYS, LINKS, PROGRAMS, TOOLS, examples, ways

EACH = 10_000
_PATTERNS: dict[str, re.Pattern[str]] = {}


def _fits(pattern: str, text: str) -> bool:
    compiled = _PATTERNS.setdefault(pattern, re.compile(pattern, re.ASCII))
    return compiled.fullmatch(text) is not None


def is_as_written(key: str, system: System, mode: Mode, made: Plan) -> bool:
    """Whether a plan is the tool's own command, by the list kept apart from its file."""
    if isinstance(made, OpenLink):
        return _fits(LINKS[key, system, mode], made.url)
    expected = COMMANDS[key, system, mode]
    program = PROGRAMS.get((key, system), "")
    return len(made.argv) == len(expected) and all(
        argument == program if pattern == "{program}" else _fits(pattern, argument)
        for pattern, argument in zip(expected, made.argv, strict=True)
    )


def attempt(tool: Tool, chance: Random, system: System, mode: Mode) -> Plan:
    """Plan with hostile values: typed, or put into a target past everything that checks what is typed."""
    values = examples(tool)
    spoilt = chance.sample(sorted(values), k=min(len(values), chance.randrange(1, 3)))
    values |= {hole: hostile(chance, values[hole]) for hole in spoilt}
    # No tool has these fields; a template has the holes.
    values |= {
        "program": chance.choice(PIECES),
        "bundle": chance.choice(PIECES),
        "port": chance.choice(PIECES),
    }
    allowed = Allowed(sites=(chance.choice(PIECES), "*.com", "*"))
    if chance.random() < 0.5:
        target = make_target(tool, system, values, mode=mode, allowed=allowed)
    else:
        target = Target(tool.key, mode, values, allowed)
    return plan(tool, target, system, PROGRAMS.get((tool.key, system)))


@pytest.mark.parametrize("key", KEYS)
def test_DSK_4_hostile_values_never_leave_the_template(key: str) -> None:
    tool = TOOLS[key]
    chance = Random(f"hostile {key}")
    came_to: Counter[str] = Counter()
    all_ways = ways(key)
    for _ in range(EACH):
        system, mode = chance.choice(all_ways)
        try:
            made = attempt(tool, chance, system, mode)
        except KnownError as refusal:
            came_to["refused" if refusal.what and refusal.remedy else "refused without a word"] += 1
            continue
        came_to["planned"] += 1
        assert is_as_written(key, system, mode, made), made
    assert came_to["planned"] + came_to["refused"] == EACH
    # A test in which everything is refused, or nothing, would prove little.
    assert came_to["planned"] > EACH // 100
    assert bool(came_to["refused"] > EACH // 4) == bool(tool.fields)


@pytest.mark.parametrize("key", [key for key in KEYS if TOOLS[key].places])
def test_DSK_4_hostile_programs_are_never_started(key: str) -> None:
    tool = TOOLS[key]
    chance = Random(f"program {key}")
    for _ in range(1000):
        system, mode = chance.choice([way for way in ways(key) if (key, way[0]) in PROGRAMS])
        program = hostile(chance, PROGRAMS[key, system])
        target = Target(key, mode, make_target(tool, system, examples(tool), mode=mode).values)
        try:
            made = plan(tool, target, system, program)
        except KnownError:
            continue
        if not isinstance(made, OpenLink) and made.argv[0] != "/usr/bin/open":
            name = re.split(r"[\\/]" if system is System.WINDOWS else "/", program)[-1]
            assert made.argv[0] == program
            assert name.lower() in {each.lower() for each in tool.places[system].executables}
            assert _fits(r"[A-Za-z]:[\\/](?s:.*)|/(?!/)(?s:.*)", program)


@pytest.mark.parametrize(
    "made",
    [
        (r"C:\Program Files\TeamViewer\TeamViewer.exe", "-i", "602724282", "--play"),
        (r"C:\Program Files\TeamViewer\TeamViewer.exe", "-i", "--play"),
        (r"C:\evil.exe", "-i", "602724282"),
        (r"C:\Program Files\TeamViewer\TeamViewer.exe", "-i", "602724282\n"),
    ],
)
def test_a_broken_command_would_be_noticed(made: tuple[str, ...]) -> None:
    assert not is_as_written("teamviewer", System.WINDOWS, Mode.CONTROL, Start(made))
    assert not is_as_written(
        "dwservice", System.WINDOWS, Mode.CONTROL, OpenLink("https://www.dwservice.net/x")
    )
