"""The copy of what was signed that lies inside a report's PDF, as JSON; it needs no database to be read (ONX-2).

Each line carries a check of its own, so that a change is not only seen but found. These checks find what was changed
by accident or by hand; whoever computes all of them anew is found by comparing the fingerprint with the hub's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from hashlib import sha256
from typing import Any

from supportdesk.documents import parts
from supportdesk.documents.visit_document import VisitDocument
from supportdesk.rules.cases.signature import Signature, Stroke, read_strokes
from supportdesk.rules.cases.visit_content import Content, ContentLine, content_of, fingerprint

FILE_NAME = "signed-report.json"
_FORMAT = "supportdesk visit report"
_VERSION = 1
_CHECK_DIGITS = 16
_LONGEST = 8_000_000
SEAL_NAME = "/SDSeal"
"""What the place of a file's seal is called."""
# In the order of their texts; what is not here stands on paper as other words, or not at all.
_PIECES = {
    "performance": (parts.NAME, "", parts.REMARK),
    "spare_parts": ("", parts.NAME),
    "attachments": ("", parts.NAME),
}
_WHOLE = {"received_by", "problems", "work_done", "recommendations", "client_suggestions", "remark"}


class UnreadableCopyError(ValueError):
    """The bytes are no such copy. `ours` tells whether they at least say that they are one."""

    def __init__(self, message: str, *, ours: bool) -> None:
        super().__init__(message)
        self.ours = ours


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """What a copy says. `broken` has the numbers of lines whose check fails; `whole` is whether nothing was touched.

    `shown` has what stands on paper, in the client's words, for signed lines that hold no words. `lines` has, for each
    signed line, which of its part it is, counted from 1. `offset` is how far the time on paper is from UTC; older
    copies don't tell.
    """

    number: str
    revision: int
    told: str
    content: Content
    signature: Signature | None
    shown: Mapping[str, str]
    lines: tuple[int, ...]
    broken: tuple[int, ...] = ()
    signature_broken: bool = False
    whole: bool = True
    offset: timedelta | None = None


def printed_texts(content: Content) -> dict[str, str]:
    """The signed texts that stand on paper as they are, by what their printed line is called."""
    texts = {}
    for number, line in enumerate(content):
        if line.part in _WHOLE:
            texts[parts.named(number)] = line.text
        for piece, text in zip(_PIECES.get(line.part, ()), line.text.split("\t"), strict=False):
            if piece:
                texts[parts.named(number, piece)] = text
    return texts


def write_copy(document: VisitDocument, shown: Mapping[str, str]) -> bytes:
    """The copy of a document; the same for the same."""
    content = content_of(document.report)
    plain: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "number": document.number,
        "revision": document.revision,
        "fingerprint": fingerprint(content),
        "content": [[line.part, line.text, _check([line.part, line.text])] for line in content],
        "signature": _plain_signature(document.signature),
        "shown": dict(sorted(shown.items())),
    }
    arrived = document.report.arrived
    if arrived is not None:
        plain["utc_offset"] = int(_offset(arrived, document.zone).total_seconds())
    plain["seal"] = _seal(plain)
    # What somebody wrote must not be taken for the place of the file's own seal.
    return (
        json.dumps(plain, ensure_ascii=True, indent=1).replace(SEAL_NAME, f"\\u002f{SEAL_NAME[1:]}").encode()
    )


def read_copy(data: bytes) -> SignedCopy:
    """What a copy says, with what in it doesn't agree with itself; UnreadableCopyError for anything else."""
    ours = _FORMAT.encode() in data[:400]
    if len(data) > _LONGEST:
        raise UnreadableCopyError("the copy is too long", ours=ours)
    try:
        return _read(json.loads(data.decode()))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError) as error:
        raise UnreadableCopyError(f"the copy can't be read: {error}", ours=ours) from error


def _read(plain: Any) -> SignedCopy:  # noqa: ANN401 - what JSON holds is seen while it is read
    if plain["format"] != _FORMAT:
        raise ValueError("it is of another kind")
    content, broken, lines = [], [], []
    counted: Counter[str] = Counter()
    for number, (part, text, check) in enumerate(plain["content"]):
        content.append(ContentLine(_text(part), _text(text)))
        counted[part] += 1
        lines.append(counted[part])
        if check != _check([part, text]):
            broken.append(number)
    signature = plain["signature"]
    revision = plain["revision"]
    if not isinstance(revision, int) or isinstance(revision, bool):
        raise TypeError("a revision is a whole number")
    shown = plain["shown"]
    return SignedCopy(
        _text(plain["number"]),
        revision,
        _text(plain["fingerprint"]),
        tuple(content),
        None if signature is None else _read_signature(signature, tuple(content), revision),
        {_text(name): _text(text) for name, text in shown.items()} if isinstance(shown, dict) else {},
        tuple(lines),
        tuple(broken),
        signature is not None and signature.get("check") != _check(_without(signature, "check")),
        plain.get("seal") == _seal(_without(plain, "seal")),
        _read_offset(plain.get("utc_offset")),
    )


def _plain_signature(signature: Signature | None) -> dict[str, Any] | None:
    if signature is None:
        return None
    plain: dict[str, Any] = {
        "name": signature.name,
        "job": signature.job,
        "at": signature.at.isoformat(),
        "strokes": [[list(point) for point in stroke] for stroke in signature.strokes],
    }
    return {**plain, "check": _check(plain)}


def _read_signature(plain: Mapping[str, Any], content: Content, revision: int) -> Signature:
    at = datetime.fromisoformat(_text(plain["at"]))
    if at.tzinfo is None:
        raise ValueError("the time of a signature has no zone")
    strokes: tuple[Stroke, ...] = read_strokes(plain["strokes"])
    return Signature(_text(plain["name"]), at, strokes, content, _text(plain["job"]), revision)


def _offset(at: datetime, zone: tzinfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _read_offset(value: object) -> timedelta | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("an offset is a number of seconds")
    return timedelta(seconds=value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    # Half a character can't be told by any fingerprint.
    value.encode()
    return value


def _without(plain: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if key != name}


def _check(plain: object) -> str:
    return _seal(plain)[:_CHECK_DIGITS]


def _seal(plain: object) -> str:
    return sha256(json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
