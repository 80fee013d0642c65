"""The README against the project: its commands are the ones that run, its lists name what is there."""

import os
import re

from tests.architecture.tree import PACKAGE, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BUILD = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_readme_opens_with_the_two_commands() -> None:
    commands = [text.strip() for _, text in BLOCKS[:4]]
    assert all("\n" not in command for command in commands)
    demo, demo_on_windows, tests, tests_on_windows = commands
    assert demo.endswith("-m supportdesk demo")
    assert tests.endswith("-m tests")
    for here, there in ((demo, demo_on_windows), (tests, tests_on_windows)):
        assert there == here.replace("python3 -m", "py -m", 1).replace(".venv/bin/", ".venv\\Scripts\\")


def test_the_build_runs_the_readmes_test_command() -> None:
    assert BUILD.rstrip().splitlines()[-1] == BLOCKS[2][1].strip()


def test_the_build_installs_what_the_readme_names() -> None:
    (installed,) = re.findall(r"^packages=\((.*?)\)", BUILD, re.MULTILINE | re.DOTALL)
    (named,) = [text for _, text in BLOCKS if text.startswith("apt-get install")]
    words = set(named.replace("\\\n", " ").split()) - {"apt-get", "install", "--no-install-recommends"}
    assert words == {*installed.split(), "python3-venv"}


def test_the_build_can_be_started() -> None:
    # Windows, where the build does not run, calls every file executable.
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_map_shows_every_room() -> None:
    (drawn,) = [text for _, text in BLOCKS if text.startswith(f"{PACKAGE}/\n")]
    named = set(re.findall(r"(\w+)/", drawn.partition("resources/")[0])) - {PACKAGE}
    there = {path.parent.name for path in (ROOT / PACKAGE).glob("*/__init__.py")}
    assert named == there
