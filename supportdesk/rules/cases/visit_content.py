"""What a client signs: a visit report line by line, its fingerprint, and how two such contents differ (ONX-2).

Names that may be spelt anew, and numbers that a hub gives later, are no part of it: ids stand for them. Nor are the
departure and the travel, which come after the signature.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import zip_longest

from supportdesk.rules.cases.visit_report import VisitReport

FINGERPRINT_DIGITS = 12
_PARTED = "\t"


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One line of a report: the part that it belongs to, and what it says."""

    part: str
    text: str


Content = tuple[ContentLine, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that is not as it was: `before` is None where it is new, `after` where it is gone.

    `line` counts the lines of its part from 1, after the change or, of one that is gone, before it.
    """

    part: str
    line: int
    before: str | None
    after: str | None


def content_of(report: VisitReport) -> Content:
    """The lines of a report, in the order in which they are printed."""
    lines: list[ContentLine] = []

    def add(part: str, texts: Iterable[str]) -> None:
        lines.extend(ContentLine(part, text) for text in texts)

    add("engineer", [str(report.engineer or "")])
    add("client", [str(report.client or "")])
    add("site", [str(report.site or "")])
    add("received_by", [report.received_by])
    add("arrived", [report.arrived.astimezone(UTC).isoformat() if report.arrived else ""])
    add("cases", map(str, report.cases))
    add("performance", (_parted(each.name, each.health, each.remark) for each in report.performance))
    add("problems", _lines(report.problems))
    add("work_done", _lines(report.work_done))
    add("spare_parts", (_parted(str(each.quantity), each.name) for each in report.spare_parts))
    add("recommendations", _lines(report.recommendations))
    add("client_suggestions", _lines(report.client_suggestions))
    add("passed_on", _flag(set_=report.passed_on))
    add("attachments", (_parted(each.sha256, each.name) for each in report.attachments))
    add("as_asked", _flag(set_=report.acceptance.as_asked))
    add("may_close", _flag(set_=report.acceptance.may_close))
    add("remark", _lines(report.acceptance.remark))
    return tuple(lines)


def fingerprint(content: Content) -> str:
    """The SHA-256 of a content, in hexadecimal: the same lines give the same, on every computer."""
    told = json.dumps(plain_content(content), ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


def short_fingerprint(whole: str) -> str:
    """The beginning of a fingerprint in groups of four, as it stands below a report."""
    shown = whole[:FINGERPRINT_DIGITS]
    return "\N{MIDDLE DOT}".join(shown[at : at + 4] for at in range(0, len(shown), 4))


def plain_content(content: Content) -> list[list[str]]:
    """A content as plain JSON."""
    return [[line.part, line.text] for line in content]


def read_content(value: object) -> Content:
    """A content from plain JSON; ValueError for anything else."""
    lines = []
    for each in value if isinstance(value, list) else [value]:
        match each:
            case [str(part), str(text)] if isinstance(each, list):
                lines.append(ContentLine(part, text))
            case _:
                raise ValueError("a content is a list of lines, a line a part and a text")
    return tuple(lines)


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """What stands otherwise, part by part in the order of the later content."""
    parts = dict.fromkeys(line.part for line in (*after, *before))
    return tuple(each for part in parts for each in _of_part(part, _texts(before, part), _texts(after, part)))


def _of_part(part: str, before: Sequence[str], after: Sequence[str]) -> Iterable[Difference]:
    for tag, first, last, new_first, new_last in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(before[first:last], after[new_first:new_last])
        for number, (old, new) in enumerate(pairs, start=1):
            yield Difference(part, (first if new is None else new_first) + number, old, new)


def _texts(content: Content, part: str) -> list[str]:
    return [line.text for line in content if line.part == part]


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _flag(*, set_: bool) -> list[str]:
    return ["yes"] if set_ else []


def _parted(*texts: str) -> str:
    # A remark with a tab in it must not read as another line's end.
    return _PARTED.join(" ".join(text.split()) for text in texts)
