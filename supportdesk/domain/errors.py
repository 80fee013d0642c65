"""The one family of errors meant for people; anything else that is raised is a bug."""

from __future__ import annotations


class KnownError(Exception):
    """Something a person can understand and act on.

    `what` says what happened, `meaning` what that means for the person, `remedy` what to do now.
    All three are plain sentences, never markup.
    """

    def __init__(self, what: str, meaning: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.meaning = meaning
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.meaning, self.remedy) if part)


class NotThere(KnownError):
    """What was named is not in this database, or was deleted."""


class HeldBack(KnownError):
    """What was said to a client without knowing of the client's latest word: it waits for its author (item 36)."""


class RuleRefusal(KnownError):
    """A rule of the policy forbids what was asked; `rule` is its id (SPK-6) and nothing was changed."""

    def __init__(self, rule: str, what: str, meaning: str = "", remedy: str = "") -> None:
        super().__init__(what, meaning, remedy)
        self.rule = rule
