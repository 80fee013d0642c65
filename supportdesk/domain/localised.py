"""A text in several languages, as policies carry them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """(language, text) pairs in the policy's order; the first is the original."""

    texts: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The text in this language or its base language ("fr" for "fr_CA"), else the original."""
        base = language.replace("-", "_").split("_")[0]
        by_language = dict(self.texts)
        return by_language.get(language) or by_language.get(base) or self.texts[0][1]

    @property
    def original(self) -> str:
        """The text in the policy's first language."""
        return self.texts[0][1]

    def is_called(self, name: str) -> bool:
        """Whether the text reads so in any language, without regard to case."""
        folded = name.strip().casefold()
        return any(text.casefold() == folded for _, text in self.texts)
