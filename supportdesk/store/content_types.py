"""What a file is by its bytes, its name being a hint only, and whether a click would run it; nothing is opened here.

`puremagic` knows the signatures: it is kept up, and knows ten times the types of `filetype`, which rests since 2022.
Its weak matches count only where the name agrees. Text has no signature: it is what reads as text. What runs is looked
for in `active_content`.
"""

from __future__ import annotations

import codecs
import csv
import json
import mimetypes
import re
from collections.abc import Iterator
from typing import BinaryIO

from supportdesk.domain.file_names import suffix_of, what_runs
from supportdesk.store import active_content
from supportdesk.store.active_content import ContentType

UNKNOWN = "application/octet-stream"
_HEAD = 1 << 16
_SURE, _LIKELY = 0.3, 0.2
# Names of the same thing, of which one is used.
_USUAL = {
    "image/x-ms-bmp": "image/bmp",
    "image/heif": "image/heic",
    "application/x-gzip": "application/gzip",
    "application/x-bzip2": "application/x-bzip2",
    "audio/wave": "audio/x-wav",
}
# Films and pictures of one family, told apart by four letters that the library takes for a film.
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic", b"heix": "image/heic"}
_BRANDS |= {b"mif1": "image/heic", b"msf1": "image/heic", b"qt  ": "video/quicktime"}
# What begins like text and is not for a text editor.
_DOCUMENTS = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
)
# A name says nothing where the bytes would have said it.
_TOLD_BY_BYTES = ("image/", "audio/", "video/", "text/", "application/pdf", "application/zip")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_ASCII = re.compile(rb"[\t\r\n\x20-\x7e]")
_FEW_CONTROLS = 30
_PLAIN_LETTERS = 0.7
_MARKUP = re.compile(r"\s*(<\?xml|<!doctype|<!--|</?[a-z][\w:-]*[\s/>])", re.IGNORECASE)
_ROOT = re.compile(r"<([a-z][\w:-]*)", re.IGNORECASE)
_SNIFFED_LINES = 20
# Without what the system or a person registered: a file is the same thing on every desk.
_NAMED = mimetypes.MimeTypes()


def content_type(file: BinaryIO, name: str) -> ContentType:
    """What a file is; it can be sought in, and is left at its beginning."""
    file.seek(0)
    head = file.read(_HEAD)
    found = _by_bytes(file, head, name)
    file.seek(0)
    return ContentType(found.media_type, found.runs or what_runs(name))


def text_of(head: bytes) -> str | None:
    """The text that begins so, in whatever encoding it seems to be; None for what is none. Its end may be cut."""
    encoding = _encoding_of(head)
    return None if encoding is None else head.decode(encoding, "ignore")


def _by_bytes(file: BinaryIO, head: bytes, name: str) -> ContentType:
    found = active_content.program(file, head, name)
    if found is not None:
        return found
    for start, media_type in _DOCUMENTS:
        if start in head[:1024]:
            return ContentType(media_type)
    encoding = _encoding_of(head) if head else None
    if encoding is not None:
        return _text(file, head.decode(encoding, "ignore"), encoding, name)
    # A browser goes by the name, and finds a script also behind the beginning of a picture.
    runs = active_content.UNREADABLE_PAGE if suffix_of(name) in active_content.PAGES and head else ""
    return ContentType(_by_signature(head, name) or _by_name(name, empty=not head), runs)


def _by_signature(head: bytes, name: str) -> str | None:
    import puremagic  # noqa: PLC0415 - it reads a long list, which the first window must not wait for

    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return _BRANDS[head[8:12]]
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return None
    ending = f".{suffix_of(name)}"
    named = [each.mime_type for each in found if each.extension == ending and each.confidence >= _LIKELY]
    sure = [each.mime_type for each in found if each.confidence >= _SURE]
    best = next((each for each in (*named, *sure) if each), None)
    return _USUAL.get(best, best) if best else None


def _by_name(name: str, *, empty: bool = False) -> str:
    named = _NAMED.guess_type(f"x.{suffix_of(name)}")[0]
    if named is None or (named.startswith(_TOLD_BY_BYTES) and not (empty and named.startswith("text/"))):
        return UNKNOWN
    return named


# ------------------------------------------------------------------ text


def _encoding_of(head: bytes) -> str | None:
    """The encoding of what begins so if it is text. Latin letters in UTF-16 have a zero in every other place."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding if _reads(head, encoding) else None
    if b"\0" in head:
        for encoding, zeros in (("utf-16-be", head[::2]), ("utf-16-le", head[1::2])):
            if zeros.count(0) * 2 > len(zeros) and _reads(head, encoding):
                return encoding
        return None
    if _reads(head, "utf-8"):
        return "utf-8"
    letters = len(_ASCII.findall(head))
    return "cp1252" if letters >= _PLAIN_LETTERS * len(head) and _reads(head, "latin-1") else None


def _reads(head: bytes, encoding: str) -> bool:
    """Whether this is text in that encoding; its last character may be cut."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < _HEAD)
    except UnicodeError:
        return False
    return "\0" not in text and len(_CONTROLS.findall(text)) * _FEW_CONTROLS <= len(text)


def _text(file: BinaryIO, text: str, encoding: str, name: str) -> ContentType:
    script = active_content.script(text)
    if script is not None:
        return script
    if suffix_of(name) in active_content.PAGES or _MARKUP.match(text.lstrip("\ufeff")):
        media_type = _markup(text, name)
        return ContentType(media_type, active_content.runs_in_page(file, encoding, media_type))
    return ContentType(_plain(text, name))


def _markup(text: str, name: str) -> str:
    roots = [root.lower() for root in _ROOT.findall(text[:4096])]
    if "svg" in roots[:1] or (suffix_of(name) == "svg" and "svg" in roots):
        return "image/svg+xml"
    page = {"html", "head", "body", "script", "meta", "title", "div", "p", "table"} & set(roots[:1])
    if page or "<!doctype html" in text[:1024].lower():
        return "text/html"
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml") or suffix_of(name) in ("xml", "xsl", "xslt"):
        return "application/xml"
    return "text/html" if roots else "text/plain"


def _plain(text: str, name: str) -> str:
    suffix = suffix_of(name)
    named = _NAMED.guess_type(f"x.{suffix}")[0] or ""
    if suffix in ("log", "txt"):
        return "text/plain"
    if named == "application/json" or _is_json(text):
        return "application/json"
    if named.startswith("text/") and named != "text/html":
        return named
    return "text/csv" if _is_table(text) else "text/plain"


def _is_json(text: str) -> bool:
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(text: str) -> bool:
    """Whether the first lines have the same number of columns, and more than one."""
    lines = text.splitlines()[:_SNIFFED_LINES]
    return any(
        len(lines) > 1 and len(counts) == 1 and min(counts) > 1
        for counts in (set(_columns(lines, delimiter)) for delimiter in ",;\t|")
    )


def _columns(lines: list[str], delimiter: str) -> Iterator[int]:
    try:
        yield from (len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        yield 0
