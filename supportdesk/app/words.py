"""How a word of the command line is declared: with its help, its options, and what it runs; no word lives here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Word(argparse.ArgumentParser):
    """A command's word; what `fill` adds to it is made when it is called, for the desk opens without it."""

    fill: Callable[[Word], None] | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as argparse has it
        if self.fill is not None:
            fill, self.fill = self.fill, None
            fill(self)
        return super().parse_known_args(args, namespace)


class Commands:
    """The words of one level, each with its own help and the options that go with every word."""

    def __init__(self, words: argparse._SubParsersAction[Word], anywhere: Word) -> None:
        self._words, self._anywhere = words, anywhere

    def add(self, word: str, about: str, run: Callable[[argparse.Namespace], int] | None) -> Word:
        """Add a word; `run` None for one that has words of its own."""
        parser: Word = self._words.add_parser(
            word, help=about, description=f"{about[0].upper()}{about[1:]}.", parents=[self._anywhere]
        )
        if run is not None:
            parser.set_defaults(run=run)
        return parser
