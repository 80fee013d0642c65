"""What a system or a browser would run rather than show, found in a file's bytes; other kinds are not told apart.

Where one can't look into a file as its program would, it counts as one that runs: better a click too many than that.
"""

from __future__ import annotations

import html
import re
import struct
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from supportdesk.domain.file_names import PROGRAM_TYPES, suffix_of

PAGES = frozenset({"htm", "html", "shtml", "xhtml", "xht", "svg", "xml", "xsl", "xslt"})
"""Extensions that a browser opens."""
UNREADABLE_PAGE = "a web page that can't be looked into"
_SCRIPTED = "a web page or picture with a script"
_UNREADABLE_ARCHIVE = "an archive that can't be looked into"

_MACH_O = (b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe")
_JAVA_OR_FAT = b"\xca\xfe\xba\xbe"
_FIRST_JAVA = 45
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SIGNATURES = (
    (b"\x7fELF", "application/x-executable"),
    (bytes.fromhex("4c0000000114020000000000c000000000000046"), "application/x-ms-shortcut"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
    (b"#!", "text/x-shellscript"),
    *((start, "application/x-mach-binary") for start in _MACH_O),
)

_END_OF_ZIP = b"PK\x05\x06"
_END_BYTES, _LONGEST_COMMENT = 22, 65_535
# A list of names larger than these is no document's, and would cost more memory than a glance may.
_LONGEST_MIMETYPE = 128
_MOST_NAMES, _LONGEST_LIST = 20_000, 4 << 20
_OFFICE = (
    ("word/", "vnd.openxmlformats-officedocument.wordprocessingml.document", "vnd.ms-word.document"),
    ("xl/", "vnd.openxmlformats-officedocument.spreadsheetml.sheet", "vnd.ms-excel.sheet"),
    (
        "ppt/",
        "vnd.openxmlformats-officedocument.presentationml.presentation",
        "vnd.ms-powerpoint.presentation",
    ),
)
_MACROS_IN_ZIP = re.compile(r"(^|/)(vbaproject\.bin$|macrosheets/|vbadata\.xml$|activex/)")
_MACROS_IN_ODF = re.compile(r"^(basic|scripts)/.")
_MEDIA_TYPE = re.compile(r"application/[\w.+-]{1,100}")
_PACKED = (
    ("meta-inf/manifest.mf", "application/java-archive"),
    ("androidmanifest.xml", "application/vnd.android.package-archive"),
    ("appxmanifest.xml", "application/x-msix"),
)

_BLOCK, _LONGEST_MARK = 1 << 20, 64
_INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
_MACROS_IN_OLE = "_VBA_PROJECT".encode("utf-16-le")
_IN_OLE = (
    ("WordDocument".encode("utf-16-le"), "application/msword"),
    ("Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
    ("PowerPoint Document".encode("utf-16-le"), "application/vnd.ms-powerpoint"),
    ("__properties_version1.0".encode("utf-16-le"), "application/vnd.ms-outlook"),
)

_LONGEST_PAGE = 4 << 20
_TOLD_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
_ACTIVE = re.compile(
    r"""<[\w-]*:?(script|iframe|frame|object|embed|applet|foreignobject|handler)\b"""
    r"""|[ "'/]on[a-z]{3,30} ?=|attributename ?= ?["']? ?on|http-equiv ?= ?["']? ?refresh"""
    r"""|<!entity|<\?xml-stylesheet|\x1b""",
    re.IGNORECASE,
)
_PAGE_IN_XML = re.compile(r"w3\.org/(1999/xhtml|2000/svg)|<!entity|<\?xml-stylesheet", re.IGNORECASE)
_ACTIVE_ADDRESS = re.compile(
    r"(java|vb)script:|data:(text/html|image/svg|application/xhtml|text/xml)", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class ContentType:
    """What a file is. `runs` is what it is in words, as "a script", where a click would run it; else ""."""

    media_type: str
    runs: str = ""


def program(file: BinaryIO, head: bytes, name: str) -> ContentType | None:
    """What a file is if its bytes are a program, or such as may hold one; None for all else."""
    if head.startswith(b"MZ") and _is_windows_program(file, head):
        return _running("application/vnd.microsoft.portable-executable")
    if head.startswith(_JAVA_OR_FAT):
        version = int.from_bytes(head[6:8], "big")
        return _running("application/java-vm" if version >= _FIRST_JAVA else "application/x-mach-binary")
    for start, media_type in _SIGNATURES:
        if head.startswith(start):
            return _running(media_type)
    if head.startswith(_ZIP):
        return _in_zip(file, name)
    return _in_ole(file) if head.startswith(_OLE) else None


def script(text: str) -> ContentType | None:
    """What a text is if a desktop goes by its beginning to run it."""
    begun = text.lstrip("\ufeff \t\r\n")
    if begun.startswith("#!"):
        return _running("text/x-shellscript")
    return _running("application/x-desktop") if begun.startswith("[Desktop Entry]") else None


def runs_in_page(file: BinaryIO, encoding: str, media_type: str) -> str:
    """What a page or a drawing is if a browser would run something in it, however that is written; else ""."""
    file.seek(0)
    content = file.read(_LONGEST_PAGE + 1)
    if len(content) > _LONGEST_PAGE or encoding not in _TOLD_ENCODINGS:
        return UNREADABLE_PAGE
    text = html.unescape(content.decode(encoding, "replace").replace("\0", ""))
    text = _SPACES.sub(" ", text)
    # Other data may call what they like as a script is called.
    if media_type == "application/xml" and not _PAGE_IN_XML.search(text):
        return ""
    # A browser reads over what is unseen in an address.
    active = _ACTIVE.search(text) or _ACTIVE_ADDRESS.search(_UNSEEN.sub("", text))
    return _SCRIPTED if active else ""


def _running(media_type: str) -> ContentType:
    return ContentType(media_type, PROGRAM_TYPES[media_type])


def _is_windows_program(file: BinaryIO, head: bytes) -> bool:
    # A table may begin with the same two letters; no text has a zero in what follows.
    if b"\0" in head[:64]:
        return True
    file.seek(int.from_bytes(head[60:64], "little"))
    return file.read(4) == b"PE\0\0"


# ------------------------------------------------------------------ archives that are documents


def _in_zip(file: BinaryIO, name: str) -> ContentType:
    try:
        _refuse_long_list(file)
        with zipfile.ZipFile(file) as archive:
            names = [each.lower().replace("\\", "/").lstrip("/") for each in archive.namelist()]
            stated = archive.read("mimetype") if _states_type(archive) else b""
    # What the library raises for what is damaged, locked or made to trouble it.
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        RuntimeError,
        OSError,
        EOFError,
        struct.error,
    ):
        return ContentType("application/zip", "" if suffix_of(name) == "zip" else _UNREADABLE_ARCHIVE)
    return _packed(names, stated.decode("ascii", "replace").strip())


def _refuse_long_list(file: BinaryIO) -> None:
    """Raise BadZipFile where the list of an archive's names is none that may be read into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = file.read()
    end = tail[tail.rfind(_END_OF_ZIP) :][:_END_BYTES] if _END_OF_ZIP in tail else b""
    names, length = struct.unpack("<HL", end[10:16])
    if names > _MOST_NAMES or length > _LONGEST_LIST:
        raise zipfile.BadZipFile


def _states_type(archive: zipfile.ZipFile) -> bool:
    """Whether an archive says what it is, in a few plain letters."""
    listed = archive.infolist()
    return bool(listed) and listed[0].filename == "mimetype" and listed[0].file_size <= _LONGEST_MIMETYPE


def _packed(names: list[str], stated: str) -> ContentType:
    """What an archive of these names is; `stated` is what it says of itself."""
    macros = any(_MACROS_IN_ZIP.search(each) for each in names)
    for folder, media_type, with_macros in _OFFICE:
        if "[content_types].xml" in names and any(each.startswith(folder) for each in names):
            full = f"application/{with_macros}.macroEnabled.12"
            return _running(full) if macros else ContentType(f"application/{media_type}")
    for inside, media_type in _PACKED:
        if inside in names:
            return _running(media_type)
    if macros or any(_MACROS_IN_ODF.match(each) for each in names if stated):
        return _running("application/x-macro-document")
    return ContentType(stated if _MEDIA_TYPE.fullmatch(stated) else "application/zip")


def _in_ole(file: BinaryIO) -> ContentType:
    """What a document of the old kind is. The names of its parts lie anywhere in it, so all of it is looked through."""
    media_type = "application/x-ole-storage"
    file.seek(0)
    before = b""
    while block := file.read(_BLOCK):
        seen = before + block
        if _INSTALLER in seen:
            return _running("application/x-msi")
        if _MACROS_IN_OLE in seen:
            return _running("application/x-macro-document")
        media_type = next((kind for mark, kind in _IN_OLE if mark in seen), media_type)
        before = block[-_LONGEST_MARK:]
    return ContentType(media_type)
