"""Whether a report is what was signed: its PDF, or the JSON file from inside it, without any database (ONX-2).

Compared are the fingerprint, the checks of the single lines, and what is printed of each line. That somebody computed
everything anew from the beginning is seen only by comparing the fingerprint with the one that the hub keeps. The names
of the client, the site and the engineer stand beside what is signed, which has ids for them: nothing vouches for those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supportdesk.documents import parts
from supportdesk.documents.finishing import SEAL, seal_of
from supportdesk.documents.glyph_tables import UnreadablePdfError
from supportdesk.documents.printable import is_plain, printable, told
from supportdesk.documents.printed_text import PrintedFile, PrintedLine, read_pdf
from supportdesk.documents.rewriting import expect
from supportdesk.documents.signed_copy import (
    FILE_NAME,
    SignedCopy,
    UnreadableCopyError,
    printed_texts,
    read_copy,
)
from supportdesk.documents.wordless import misprinted
from supportdesk.rules.cases.visit_content import Difference, fingerprint

LONGEST = 200_000_000
_PDF = b"%PDF-"
_NOT_A_LINE = 0
_STRANGE = "the page"


class Finding(StrEnum):
    """What became of a report."""

    SIGNED = "signed"
    TOUCHED = "touched"
    CHANGED = "changed"
    UNSIGNED = "unsigned"
    INCOMPLETE = "incomplete"
    NOT_OURS = "not_ours"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a report was found.

    `SIGNED`: it is what was signed. `TOUCHED`: that as well, but the file around it is not as it was made. `CHANGED`:
    `differences` say where; of each, `before` is what is signed and `after` what the file shows, and line 0 stands for
    all of a part. `INCOMPLETE`: `missing` says what is gone. `why` says why something can't be read.
    """

    finding: Finding
    copy: SignedCopy | None = None
    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    why: str = ""


def verify(data: bytes) -> Verdict:
    """Judge a report's PDF, or the JSON file that lies in it; never an error, whatever the bytes.

    It needs a QGuiApplication for a PDF: what that shows is compared with what our own fonts draw.
    """
    if len(data) > LONGEST:
        return Verdict(Finding.NOT_OURS, why="the file is too large")
    if data.lstrip()[:1] == b"{":
        return _of_copy(data)
    if _PDF not in data[:1024]:
        return Verdict(Finding.NOT_OURS, why="this is neither a PDF nor a signed copy")
    return _of_pdf(data)


def _of_copy(data: bytes) -> Verdict:
    try:
        copy = read_copy(data)
    except UnreadableCopyError as error:
        return Verdict(Finding.DAMAGED if error.ours else Finding.NOT_OURS, why=str(error))
    return _judged(copy, tuple(_within(copy)), (), untouched=copy.whole)


def _of_pdf(data: bytes) -> Verdict:
    sealed = SEAL.findall(data)
    try:
        printed = read_pdf(data)
        expect(_to_rewrite(printed.lines))
    except UnreadablePdfError as error:
        ours = bool(sealed) or FILE_NAME.encode() in data
        return Verdict(Finding.DAMAGED if ours else Finding.NOT_OURS, why=str(error))
    if FILE_NAME not in printed.files:
        if any(line.part for line in printed.lines):
            return Verdict(Finding.INCOMPLETE, missing=(FILE_NAME,))
        return Verdict(Finding.DAMAGED if sealed else Finding.NOT_OURS, why="there is no signed copy in it")
    try:
        copy = read_copy(printed.files[FILE_NAME])
    except UnreadableCopyError as error:
        return Verdict(Finding.DAMAGED, why=str(error))
    found = (*_within(copy), *_on_paper(copy, printed))
    untouched = copy.whole and len(sealed) == 1 and sealed[0].decode() == seal_of(data)
    return _judged(copy, _once(found), _missing(copy, printed.lines), untouched=untouched)


def _judged(
    copy: SignedCopy, found: tuple[Difference, ...], missing: tuple[str, ...], *, untouched: bool
) -> Verdict:
    verdict = Verdict(Finding.SIGNED, copy, found, missing)
    if found:
        return replace(verdict, finding=Finding.CHANGED)
    if missing:
        return replace(verdict, finding=Finding.INCOMPLETE)
    if copy.signature is None:
        return replace(verdict, finding=Finding.UNSIGNED)
    return verdict if untouched else replace(verdict, finding=Finding.TOUCHED)


def _within(copy: SignedCopy) -> Iterator[Difference]:
    """Where the copy doesn't agree with itself."""
    for number in copy.broken:
        yield Difference(copy.content[number].part, copy.lines[number], None, copy.content[number].text)
    for number, shown in misprinted(copy):
        # What a line was that is told as broken above, nobody knows.
        if number not in copy.broken:
            yield Difference(copy.content[number].part, copy.lines[number], copy.content[number].text, shown)
    if copy.signature_broken:
        yield Difference("signature", _NOT_A_LINE, None, copy.signature.name if copy.signature else None)
    if fingerprint(copy.content) != copy.told and not copy.broken:
        yield Difference("fingerprint", _NOT_A_LINE, copy.told, fingerprint(copy.content))


def _on_paper(copy: SignedCopy, printed: PrintedFile) -> Iterator[Difference]:
    """Where the pages show something else than what was signed."""
    wanted = _wanted(copy)
    shown: dict[str, list[PrintedLine]] = {}
    for line in printed.lines:
        shown.setdefault(line.part, []).append(line)
    for name, text in wanted.items():
        lines = shown.get(name, [])
        if lines and not _says(lines, text):
            yield _difference(copy, name, text, _read_off(lines))
    for name in shown.keys() - wanted.keys() - {""}:
        yield _difference(copy, name, None, _read_off(shown[name]))
    for line in shown.get("", []):
        if not line.agrees:
            yield Difference(_STRANGE, _NOT_A_LINE, line.told, line.shown)
    if printed.strange:
        yield Difference(_STRANGE, _NOT_A_LINE, None, f"{printed.strange}")


def _to_rewrite(lines: Sequence[PrintedLine]) -> Iterator[Sequence[PrintedLine]]:
    """The paragraphs that are not simply seen as they are read."""
    paragraphs: dict[str, list[PrintedLine]] = {}
    for line in lines:
        paragraphs.setdefault(line.row, []).append(line)
    for together in paragraphs.values():
        if together[0].from_right or not all(is_plain(each.laid) for each in together):
            yield together


def _says(lines: Sequence[PrintedLine], text: str) -> bool:
    """Whether lines together are a text, by what they say of themselves and by what is seen of each."""
    return told(printable("".join(line.told for line in lines))) == told(printable(text)) and all(
        line.agrees for line in lines
    )


def _read_off(lines: Sequence[PrintedLine]) -> str:
    """What a reader reads: the words of the file where the glyphs agree with them, else the glyphs."""
    return " ".join((line.told if line.agrees else line.shown).strip() for line in lines)


def _missing(copy: SignedCopy, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """The parts of which nothing, or not everything, is on paper."""
    there = {line.part for line in lines}
    gone = [name for name, text in _wanted(copy).items() if told(text) and name not in there]
    return tuple(dict.fromkeys(_part(copy, name) for name in gone))


def _wanted(copy: SignedCopy) -> dict[str, str]:
    """What must stand on paper, by the names of its lines."""
    wanted = {**copy.shown, **printed_texts(copy.content)}
    if copy.signature is not None:
        # The signer's line has the job as well, joined as the language joins them.
        wanted.setdefault(parts.SIGNER, copy.signature.name)
    return wanted


def _difference(copy: SignedCopy, name: str, before: str | None, after: str | None) -> Difference:
    number = _number(copy, name)
    return Difference(_part(copy, name), _NOT_A_LINE if number is None else copy.lines[number], before, after)


def _part(copy: SignedCopy, name: str) -> str:
    number = _number(copy, name)
    return name if number is None else copy.content[number].part


def _number(copy: SignedCopy, name: str) -> int | None:
    digits = name.partition(".")[0]
    if digits.isascii() and digits.isdecimal() and len(digits) < 9 and int(digits) < len(copy.content):
        return int(digits)
    return None


def _once(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Each place once: a line whose check fails and that is printed otherwise is told with both its texts."""
    places: dict[tuple[str, int], Difference] = {}
    for each in found:
        known = places.get((each.part, each.line))
        if known is None or (known.before is None and each.before is not None):
            places[each.part, each.line] = each
    return tuple(places.values())
