"""The `visit` command: is a visit's report, or its PDF, what the client signed; it opens no desk and writes nothing."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

from supportdesk.app import case_printing
from supportdesk.app.drawing import able_to_draw
from supportdesk.documents.verifying import LONGEST, Finding, Verdict, verify
from supportdesk.domain.errors import KnownError
from supportdesk.rules.cases.visit_content import Difference, short_fingerprint

UNREADABLE = 2
_STATUS = {Finding.SIGNED: 0, Finding.NOT_OURS: UNREADABLE, Finding.DAMAGED: UNREADABLE}
_SAID = {
    Finding.SIGNED: "It is what was signed.",
    Finding.TOUCHED: "What it says is what was signed; the file around it is not as it was made.",
    Finding.CHANGED: "It is not what was signed.",
    Finding.UNSIGNED: "Nobody has signed it.",
    Finding.INCOMPLETE: "Parts of it are missing.",
    Finding.NOT_OURS: "It is no visit report of Support Desk.",
    Finding.DAMAGED: "It was a visit report of Support Desk and is damaged.",
}
_BESIDE = (
    "Not a part of what is signed: the names of the client, the site and the engineer, and the departure."
)


def run_verify(file: Path, *, json: bool) -> int:
    """Say whether a report or its PDF is what was signed, and which lines differ.

    0 where it is, 1 where it is not or was not signed, 2 for what is no readable report or no file.
    """
    # What the library finds odd in a file is told by what became of the file.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with file.open("rb") as source:
            # One byte more is enough to know that it is too large.
            data = source.read(LONGEST + 1)
    except OSError as error:
        print(_unread(file, error), file=sys.stderr)
        return UNREADABLE
    application = able_to_draw()
    verdict = verify(data)
    del application
    if json:
        case_printing.print_json(_plain(verdict))
    else:
        print("\n".join(_lines(verdict)))
    return _STATUS.get(verdict.finding, 1)


def _unread(file: Path, error: OSError) -> KnownError:
    return KnownError(
        f"{file} can't be read: {error.strerror or error}.",
        "Nothing is known of it.",
        "Name a report's PDF, or the file of its data from inside it.",
    )


def _lines(verdict: Verdict) -> list[str]:
    lines = [_SAID[verdict.finding] + (f" {_sentence(verdict.why)}" if verdict.why else "")]
    if verdict.copy is not None:
        lines.append(f"Report {verdict.copy.number}, revision {verdict.copy.revision}.")
        signature = verdict.copy.signature
        if signature is not None:
            job = f", {signature.job}" if signature.job else ""
            lines.append(f"Signed by {signature.name}{job}, {signature.at:%Y-%m-%d %H:%M} UTC.")
        # Only a hub, or the desk it was made on, can tell that nobody has reckoned it all anew.
        lines.append(f"Fingerprint {short_fingerprint(verdict.copy.told)}.")
        # Ids stand for them in what is signed, so that they may be spelt anew.
        lines.append(_BESIDE)
    lines += [f"Missing: {part.replace('_', ' ')}." for part in verdict.missing]
    for each in verdict.differences:
        lines += [_place(each), f"  - {each.before}" if each.before is not None else "  - (not there)"]
        lines.append(f"  + {each.after}" if each.after is not None else "  + (not there)")
    return lines


def _place(difference: Difference) -> str:
    part = difference.part.replace("_", " ")
    return f"{part}, line {difference.line}:" if difference.line else f"{part}:"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _plain(verdict: Verdict) -> dict[str, Any]:
    copy = verdict.copy
    signature = copy.signature if copy is not None else None
    return {
        "finding": verdict.finding.value,
        "signed": verdict.finding is Finding.SIGNED,
        "number": copy.number if copy else None,
        "revision": copy.revision if copy else None,
        "fingerprint": copy.told if copy else None,
        "signed_by": signature.name if signature else None,
        "signed_at": signature.at.isoformat() if signature else None,
        "differences": [
            {"part": each.part, "line": each.line, "signed": each.before, "shown": each.after}
            for each in verdict.differences
        ],
        "missing": list(verdict.missing),
        "why": verdict.why or None,
    }
