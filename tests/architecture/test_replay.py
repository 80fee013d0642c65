"""Time, ids and chance come from outside, so that any run can be replayed; the rooms below the workers keep to it."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import Module, last_name, parsed, place, rooms

# Who is asked, and for what: the clock, the generator of ids, the one shared source of chance.
_ASKED = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("func", "now"),
    ("func", "current_timestamp"),
    ("uuid", "uuid1"),
    ("uuid", "uuid4"),
    ("uuid", "uuid7"),
    ("uuid_utils", "uuid4"),
    ("uuid_utils", "uuid7"),
    ("compat", "uuid7"),
}
_ASKED_BY_NAME = {"utcnow", "uuid1", "uuid4", "uuid7", "time_ns"}


def asks_the_machine(module: Module) -> Iterator[str]:
    """Places where a module takes the time, an id or chance by itself."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            owner = last_name(node.value)
            if (owner, node.attr) in _ASKED or (owner == "random" and node.attr != "Random"):
                yield place(module, node)
        elif isinstance(node, ast.ImportFrom):
            taken = {name.name for name in node.names}
            from_time = node.module == "time" and "time" in taken
            from_random = node.module == "random" and taken != {"Random"}
            if from_time or from_random or taken & _ASKED_BY_NAME:
                yield place(module, node)


def test_time_ids_and_chance_are_parameters() -> None:
    lower = rooms("services", "store", "rules", "domain")
    assert [found for module in lower for found in asks_the_machine(module)] == []


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\nat = datetime.now(UTC)",
        "import datetime\nat = datetime.datetime.utcnow()",
        "made = field(default_factory=datetime.now)",
        "day = date.today()",
        "import time\nat = time.time()",
        "from time import time",
        "at = func.now()",
        "id_ = uuid.uuid4()",
        "from uuid_utils.compat import uuid7",
        "import random\nx = random.choice(names)",
        "from random import shuffle",
    ],
)
def test_asking_the_machine_is_found(source: str) -> None:
    assert list(asks_the_machine(parsed("supportdesk/rules/probe.py", source))) != []


@pytest.mark.parametrize(
    "source",
    [
        "from random import Random\ndef pick(chance: Random, now: datetime): ...",
        "clock.now()",
        "import time\ntime.monotonic()",
    ],
)
def test_what_is_handed_in_is_left_alone(source: str) -> None:
    assert list(asks_the_machine(parsed("supportdesk/rules/probe.py", source))) == []
