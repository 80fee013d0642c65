"""Types by content: files as programs write them, under right, wrong and missing names."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import sqlite3
import struct
import sys
import tarfile
import wave
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

from supportdesk.domain.file_names import PROGRAM_TYPES
from supportdesk.store.content_types import UNKNOWN, content_type

PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "bmp": "image/bmp",
}
CHANCE = random.Random(7).randbytes(4_000)


def told(content: bytes, name: str = "") -> tuple[str, str]:
    found = content_type(io.BytesIO(content), name)
    return found.media_type, found.runs


def picture(form: str) -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 90, 160))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(form.encode())).write(image)
    return bytes(buffer.data().data())


def packed(*names: str, **contents: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"<x/>"))
    return target.getvalue()


def tape() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("stock.csv"))
    return target.getvalue()


def sound() -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(100))
    return target.getvalue()


def film(brand: bytes) -> bytes:
    return struct.pack(">L", 24) + b"ftyp" + brand + bytes(4) + b"mif1" + brand + CHANCE


def windows_program() -> bytes:
    return b"MZ" + bytes(58) + struct.pack("<L", 128) + bytes(64) + b"PE\0\0" + bytes(200)


def old_document(*parts: str, extra: bytes = b"") -> bytes:
    names = b"".join(part.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for part in parts)
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + CHANCE + names + extra


WORD = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
WORKBOOK = ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("form", PICTURES)
def test_pictures_are_known_whatever_they_are_called(form: str) -> None:
    content = picture(form)
    assert told(content, f"photo.{form}") == (PICTURES[form], "")
    if form != "bmp":  # two letters tell too little by themselves
        assert told(content, "photo.txt") == (PICTURES[form], "")
        assert told(content) == (PICTURES[form], "")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"GIF89a\x01\0\x01\0\x80\0\0" + bytes(20), "image/gif"),
        (film(b"heic"), "image/heic"),
        (film(b"avif"), "image/avif"),
        (film(b"mp42"), "video/mp4"),
        (film(b"qt  "), "video/quicktime"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + CHANCE, "application/pdf"),
        (b"%PDF-1.4\n1 0 obj <<>> endobj", "application/pdf"),
        (rb"{\rtf1\ansi hello}", "application/rtf"),
        (packed("stock.csv"), "application/zip"),
        (packed(*WORD), DOCX),
        (packed(*WORKBOOK), XLSX),
        (
            packed("mimetype", mimetype=b"application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text",
        ),
        (old_document("WordDocument"), "application/msword"),
        (old_document("Workbook"), "application/vnd.ms-excel"),
        (gzip.compress(CHANCE), "application/gzip"),
        (bz2.compress(CHANCE), "application/x-bzip2"),
        (lzma.compress(CHANCE), "application/x-xz"),
        (tape(), "application/x-tar"),
        (b"7z\xbc\xaf\x27\x1c\0\x04" + CHANCE, "application/x-7z-compressed"),
        (sound(), "audio/x-wav"),
        (CHANCE, UNKNOWN),
    ],
)
def test_bytes_tell_whatever_the_name_says(content: bytes, media_type: str) -> None:
    for name in ("", "x", "photo.jpg", "stock.csv"):
        assert told(content, name) == (media_type, "")


def test_a_database_is_known(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "stock")
    database.execute("CREATE TABLE item (id INTEGER)")
    database.close()
    assert told((tmp_path / "stock").read_bytes(), "stock.dat") == ("application/x-sqlite3", "")


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"a;b\n1;2\n", "stock.csv", "text/csv"),
        (b"a;b\n1;2\n", "stock", "text/csv"),
        (b"a\tb\n1\t2\n", "stock.dat", "text/csv"),
        ("Größe;Straße\n1;2\n".encode("cp1252"), "stock.csv", "text/csv"),
        ("الصنف,العدد\n1,2\n".encode(), "stock.csv", "text/csv"),
        ("a,b\n1,2\n".encode("utf-16"), "stock.csv", "text/csv"),
        ("plain words\n".encode("utf-16-le"), "x", "text/plain"),
        (b"\xef\xbb\xbfhello", "x", "text/plain"),
        (b"2026-11-18 10:00, started, ok\n2026-11-18 10:01, ended, ok\n", "server.log", "text/plain"),
        (b"\x1b[31mERROR\x1b[0m it failed\n", "server.log", "text/plain"),
        (b"hello\n", "photo.jpg", "text/plain"),
        (json.dumps({"a": [1]}).encode(), "x", "application/json"),
        (b'{"a": 1, "cut off', "x.json", "application/json"),
        (b"<?xml version='1.0'?><orders online='yes'/>", "orders.xml", "application/xml"),
        (b"", "stock.csv", "text/csv"),
        (b"", "photo.jpg", UNKNOWN),
        (b"", "", UNKNOWN),
        ("é".encode() * 40_000 + b"x", "x", "text/plain"),
    ],
)
def test_text_is_what_reads_as_text(content: bytes, name: str, media_type: str) -> None:
    assert told(content, name) == (media_type, "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (windows_program(), "a Windows program"),
        (b"MZ" + bytes(80), "a Windows program"),
        (b"\x7fELF\x02\x01\x01" + CHANCE, "a Linux program"),
        (b"\xcf\xfa\xed\xfe" + CHANCE, "a macOS program"),
        (b"\xca\xfe\xba\xbe\0\0\0\x02" + CHANCE, "a macOS program"),
        (b"\xca\xfe\xba\xbe\0\0\0\x41" + CHANCE, "a Java program"),
        (packed("META-INF/MANIFEST.MF", "Main.class"), "a Java program"),
        (packed("AndroidManifest.xml", "classes.dex"), "an installer"),
        (b"#!/bin/sh\nrm -rf ~\n", "a script"),
        (b"\xef\xbb\xbf#!/usr/bin/python3\n", "a script"),
        (b"[Desktop Entry]\nType=Application\nExec=sh\n", "a shortcut"),
        (bytes.fromhex("4c0000000114020000000000c000000000000046") + CHANCE, "a shortcut"),
        (b"ITSF\x03\0\0\0" + CHANCE, "a help file that runs programs"),
        (packed(*WORD, "word/vbaProject.bin"), "a document with macros"),
        (packed(*WORKBOOK, "xl/VBAPROJECT.BIN"), "a document with macros"),
        (packed(*WORKBOOK, "xl/macrosheets/sheet1.xml"), "a document with macros"),
        (
            packed(
                "mimetype", "Basic/Standard/Module1.xml", mimetype=b"application/vnd.oasis.opendocument.text"
            ),
            "a document with macros",
        ),
        (old_document("WordDocument", "_VBA_PROJECT"), "a document with macros"),
        (old_document(extra=bytes.fromhex("84100c0000000000c000000000000046")), "an installer"),
    ],
)
def test_what_runs_is_marked_whatever_it_calls_itself(content: bytes, words: str) -> None:
    for name in ("", "photo.jpg", "stock.csv", "report.pdf"):
        media_type, runs = told(content, name)
        assert runs == words
        assert PROGRAM_TYPES[media_type] == words


@pytest.mark.skipif(sys.platform != "linux", reason="the interpreter is another system's program there")
def test_a_program_of_this_system_is_marked() -> None:
    assert told(Path(sys.executable).resolve().read_bytes(), "report.pdf")[1] == "a Linux program"


@pytest.mark.parametrize(
    "name", ["a.bat", "a.ps1", "a.vbs", "a.js", "a.hta", "a.url", "a.reg", "a.xlsm", "a.svgz", "a.iso"]
)
def test_what_runs_by_its_name_is_marked_whatever_it_holds(name: str) -> None:
    for content in (b"hello", CHANCE, picture("png"), b""):
        assert told(content, name)[1]


CLEAN = [
    b"<!DOCTYPE html><html><head><title>Hi</title></head><body><p>Only ongoing work.</p></body></html>",
    b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>hi</text></svg>",
]
ACTIVE = [
    b"<script>x</script>",
    b"<ScRiPt src=x>",
    b"<svg:script>x</svg:script>",
    b"<img src=x onerror=alert(1)>",
    b"<img alt='>' src=x\nONERROR\n\n=\n'alert(1)'>",
    b"<body/onload=x>",
    b"<a href='javascript:x'>",
    b"<a href='java&#115;cript:x'>",
    b"<a href='java&Tab;script&colon;x'>",
    b"<a href='  jav\na\tscript:x'>",
    b"<iframe src=x>",
    b"<object data=x>",
    b"<embed src=x>",
    b"<meta http-equiv='refresh' content='0;url=x'>",
    b"<a href='data:text/html,x'>",
    b"<set attributeName='onmouseover' to='x'/>",
    b"<svg><foreignObject/></svg>",
    b"<!DOCTYPE svg [<!ENTITY x 'y'>]>",
    b"<scr\0ipt>",
]


@pytest.mark.parametrize("content", CLEAN)
def test_a_page_without_a_script_may_be_opened(content: bytes) -> None:
    for name in ("x", "x.html", "x.svg"):
        media_type, runs = told(content, name)
        assert media_type in ("text/html", "image/svg+xml")
        assert runs == ""


@pytest.mark.parametrize("active", ACTIVE)
def test_a_page_with_a_script_is_marked_however_it_is_written(active: bytes) -> None:
    for page in CLEAN:
        begun, end, _rest = page.rpartition(b"</")
        for filling in (b"", b" " * 70_000):
            content = begun + filling + active + end
            assert told(content, "x.html")[1]
            assert told(content, "x.svg")[1]
            assert told(content, "x.htm")[1]
        if b"\0" not in active:
            text = (begun + active + end).decode()
            assert told(text.encode("utf-16"), "x.html")[1]


def test_a_page_that_can_not_be_looked_into_is_marked() -> None:
    page = CLEAN[0]
    assert told(page + b" " * (5 << 20), "x.html")[1] == "a web page that can't be looked into"
    assert told(b"GIF89a/*\0*/=1;<script>", "x.html")[1]
    assert told(page.decode().encode("utf-16-le"), "x.html")[1]
    assert told(picture("png") + b"<script>x</script>", "x.svg")[1]
    assert told(b"<?xml version='1.0'?><x xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></x>", "x.xml")[1]


def test_an_archive_that_can_not_be_looked_into_is_marked_unless_it_is_called_one() -> None:
    cut = packed(*WORD, "word/vbaProject.bin")[:-30]
    assert told(cut, "report.docx") == ("application/zip", "an archive that can't be looked into")
    assert told(cut, "report.zip") == ("application/zip", "")
    many = packed(*(f"{at}.txt" for at in range(20_001)))
    assert told(many, "report.docx")[1] == "an archive that can't be looked into"


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_and_name_are_told_something(content: bytes, name: str) -> None:
    file = io.BytesIO(content)
    assert content_type(file, name).media_type
    assert file.tell() == 0


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"PK\x05\x06", b"MZ", b"<", b"<?xml", b"#!", b"\xca\xfe\xba\xbe", b"%PDF-"]
)
@given(content=st.binary(max_size=200))
def test_what_begins_like_something_troubles_nobody(start: bytes, content: bytes) -> None:
    assert content_type(io.BytesIO(start + content), "x.docx").media_type
