"""Makes the PDF that Qt wrote into the one that is sent: the same each time, lines that name themselves, a seal.

Qt puts the time and a random id into what it writes, maps a space to a tabulator, and says nothing of the order in
which Arabic is read. All that is put right on the objects of the file, by pypdf; nothing here lays out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from supportdesk.documents.faces import OWN_FACES, letters
from supportdesk.documents.glyph_tables import read_table, set_right
from supportdesk.documents.sheet import SPECK, Mark
from supportdesk.documents.signed_copy import SEAL_NAME

PRODUCER = "Support Desk"
LINE_TEXT, LINE_PART, LINE_ROW = "/SDText", "/SDPart", "/SDRow"
_SPECK = re.compile(rb"%d (\d+) 1 1 re\nf\n" % SPECK)
_TEXT = re.compile(rb"BT\n/(\w+) [\d.]+ Tf.*?ET\n", re.DOTALL)
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)> Tj")
_FONT = re.compile(rb"/(\w+) [\d.]+ Tf")
_UNSEALED = "0" * 64
SEAL = re.compile(rb"%s \(([0-9a-f]{64})\)" % SEAL_NAME.encode())


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says of itself. `made_at` is told as its time, whenever it is written."""

    title: str
    author: str
    language: str
    made_at: datetime


def finish(written: bytes, marks: Sequence[Mark], label: Label, attached: Mapping[str, bytes]) -> bytes:
    """The finished file, with JSON files attached; the same bytes for the same input."""
    reader = PdfReader(io.BytesIO(written))
    for page in reader.pages:
        _name_lines(page, marks)
    root: Any = reader.trailer["/Root"]
    root.pop("/Metadata", None)
    writer = PdfWriter(clone_from=reader)
    for name, data in attached.items():
        _attach(writer, name, data, label.made_at)
    _describe(writer, label, sha256(b"".join(attached.values())).digest()[:16])
    finished = io.BytesIO()
    writer.write(finished)
    return _sealed(finished.getvalue())


def seal_of(file: bytes) -> str:
    """The checksum of a whole file with the place of the seal left empty."""
    return sha256(SEAL.sub(_place_of_seal(_UNSEALED), file)).hexdigest()


def is_own(name: str) -> bool:
    """Whether a font in a PDF is one of ours, by its name there."""
    return name[1:].startswith(OWN_FACES)


def _sealed(file: bytes) -> bytes:
    return file.replace(_place_of_seal(_UNSEALED), _place_of_seal(seal_of(file)))


def _place_of_seal(seal: str) -> bytes:
    return f"{SEAL_NAME} ({seal})".encode()


def _name_lines(page: Any, marks: Sequence[Mark]) -> None:  # noqa: ANN401 - pypdf's objects are loosely typed
    fonts = page["/Resources"]["/Font"]
    foreign = {
        name[1:].encode(): blanks
        for name, font in fonts.items()
        if (blanks := _blanks(font.get_object())) is not None
    }
    contents: Any = page["/Contents"].get_object()
    data = _TEXT.sub(lambda found: b"" if _is_blank(found, foreign) else found[0], contents.get_data())
    data = _SPECK.sub(lambda found: _named(int(found[1]), marks), data)
    contents.set_data(data)
    used = {f"/{name.decode()}" for name in _FONT.findall(data)}
    for name in [each for each in fonts if each not in used]:
        del fonts[name]


def _blanks(font: Any) -> set[bytes] | None:  # noqa: ANN401 - pypdf's objects are loosely typed
    """Set a font's table right; of a font that isn't ours return which glyphs are blank, else None."""
    table: StreamObject = font["/ToUnicode"].get_object()
    data = set_right(table.get_data(), letters())
    table.set_data(data)
    _tag(font, data)
    if is_own(str(font["/BaseFont"])):
        return None
    return {glyph for glyph, text in read_table(data).items() if text == " "}


def _tag(font: Any, table: bytes) -> None:  # noqa: ANN401 - pypdf's objects are loosely typed
    """Name the part of a font by what is in it: Qt counts such parts in an order that changes from run to run."""
    name = str(font["/BaseFont"])[1:]
    tag = "".join(chr(ord("A") + each % 26) for each in sha256(name.encode() + table).digest()[:6])
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    descriptor[NameObject("/FontName")] = NameObject(f"/{tag}+{name}")


def _is_blank(found: re.Match[bytes], foreign: Mapping[bytes, set[bytes]]) -> bool:
    """Whether a text is only the invisible mark of an isolate, for which Qt takes a font of the computer's."""
    blanks = foreign.get(found[1])
    return blanks is not None and all(glyph.upper() in blanks for glyph in _GLYPHS.findall(found[0]))


def _named(speck: int, marks: Sequence[Mark]) -> bytes:
    number, ends = divmod(speck, 2)
    if ends:
        return b"EMC\n"
    mark = marks[number]
    # Not as ActualText: readers turn Arabic round themselves, and some do so with that as well.
    text = mark.laid.encode("utf-16-be", "replace").hex().upper()
    row = f"{'r' if mark.from_right else 'l'}{mark.paragraph}"
    told = f"/Span <<{LINE_TEXT} <FEFF{text}> {LINE_PART} ({mark.part}) {LINE_ROW} ({row})>> BDC\n"
    return told.encode()


def _attach(writer: PdfWriter, name: str, data: bytes, made_at: datetime) -> None:
    """A file that readers list as an attachment; not compressed, so that it can be found without a reader, too."""
    file = writer.add_attachment(name, data)
    file.alternative_name = TextStringObject(name)
    file.subtype = NameObject("/application#2Fjson")
    file.size = NumberObject(len(data))
    file.creation_date = file.modification_date = made_at.astimezone(UTC)
    file.associated_file_relationship = NameObject("/Data")


def _describe(writer: PdfWriter, label: Label, name: bytes) -> None:
    """What a reader shows of the file, and what would else differ from one writing to the next."""
    at = f"D:{label.made_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    told = {
        "/Title": label.title,
        "/Author": label.author,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": at,
        "/ModDate": at,
        SEAL_NAME: _UNSEALED,
    }
    writer.metadata = None
    writer.add_metadata(told)
    writer._ID = ArrayObject((ByteStringObject(name), ByteStringObject(name)))  # noqa: SLF001 - there is no other way
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(label.language)
    # No /Direction: a reader that is told that pages run from the right turns their Latin lines round as well.
    shown = {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    root[NameObject("/ViewerPreferences")] = DictionaryObject(shown)
