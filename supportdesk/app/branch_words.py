"""The options that describe a branch, of a hub and of a desk that works alone; what they do lives in the commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def add_branch_acts(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """The words `list` and `edit` of a desk, with their options."""
    add("list", "the branches of this desk")
    edit = add("edit", "change a branch and the head of its reports; on a desk that works alone")
    edit.add_argument("branch", metavar="BRANCH", help="its name or id")
    edit.add_argument("--name")
    edit.add_argument("--time-zone", metavar="ZONE", help="such as Europe/Paris")
    add_place_options(edit)


def add_place_options(word: argparse.ArgumentParser) -> None:
    """Where a branch is, and its letterhead."""
    word.add_argument("--country", metavar="CODE", help="two letters, such as FR")
    word.add_argument("--region")
    word.add_argument("--address", metavar="LINE", help="at the head of its reports")
    word.add_argument("--phone", metavar="LINE")
    word.add_argument("--email", metavar="LINE")
    word.add_argument("--logo", type=Path, metavar="FILE", help="a picture of at most 40 kB")
    word.add_argument("--colour", metavar="#RRGGBB", help="of the rule below the head of its reports")
