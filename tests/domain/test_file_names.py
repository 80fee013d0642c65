"""Names from outside: safe to lie under on any system, and told apart by what a click on them would do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.file_names import LONGEST_BYTES, safe_name, suffix_of, what_runs

DEVICES = {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "com¹", "conin$", "conout$", "clock$"}
# What a hostile name is made of, drawn more often than by chance.
TRICKS = [*'./\\:*?"<>| \t\n\0\u202e\u200f\u2066\u200b\u00a0\u3000\u3164\ud800é¹', "e\u0301", "\ufeff", "🙂"]
TRICKS += [*DEVICES, "CON", "Aux", "..", ".exe", ".txt", "\u1100\u1161", "\U000e0001", "a" * 90]
NAMES = st.lists(st.sampled_from(TRICKS) | st.text(max_size=5), max_size=12).map("".join) | st.text()


@given(NAMES)
def test_a_safe_name_is_one_part_of_a_path_on_every_system(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\:*?"<>|')
    assert safe not in (".", "..")
    assert safe.strip(" .") == safe
    assert safe.partition(".")[0].rstrip().lower() not in DEVICES
    assert len(safe.encode()) <= LONGEST_BYTES <= 255
    assert {unicodedata.category(each) for each in safe} & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
    assert unicodedata.is_normalized("NFC", safe)
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("stock.csv", "stock.csv"),
        ("Überblick 2026.pdf", "Überblick 2026.pdf"),
        ("مخزون.csv", "مخزون.csv"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\evil.csv", "evil.csv"),
        ("/", "file"),
        ("", "file"),
        ("...", "file"),
        (" . ", "file"),
        ("folder/", "folder"),
        ("C:\\Windows\\x.dll", "x.dll"),
        ("C:x.dll", "C_x.dll"),
        ("notes.txt:hidden.exe", "notes.txt_hidden.exe"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("nul .tar.gz", "_nul .tar.gz"),
        ("COM¹.log", "_COM¹.log"),
        ("console.log", "console.log"),
        (".bashrc", "bashrc"),
        ("report.exe. . .", "report.exe"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("in\u200bvoice.pdf", "invoice.pdf"),
        ("invoice.pdf" + " " * 60 + ".exe", "invoice.pdf .exe"),
        ("invoice.pdf" + "\u3164" * 60 + ".exe", "invoice.pdf .exe"),
        ("line\nbreak\r.txt", "line break .txt"),
        ("nul\0l.txt", "null.txt"),
        ("e\u0301tat.csv", "état.csv"),
        ("what?<is>|this*.txt", "what__is__this_.txt"),
    ],
)
def test_names_that_were_tried(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("letter", ["a", "é", "日", "🙂"])
def test_a_long_name_keeps_its_extension(letter: str) -> None:
    safe = safe_name(letter * 300 + ".tar.gz")
    assert safe.endswith(".gz")
    assert LONGEST_BYTES - 4 <= len(safe.encode()) <= LONGEST_BYTES
    assert len(safe_name("a." + letter * 300).encode()) <= LONGEST_BYTES


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("setup.EXE", "a Windows program"),
        ("setup.exe. ", "a Windows program"),
        ("photo\u202egpj.scr", "a Windows program"),
        ("report.pdf.js", "a script"),
        ("run.command", "a script"),
        ("a.msi", "an installer"),
        ("a.lnk", "a shortcut"),
        ("a.desktop", "a shortcut"),
        ("a.jar", "a Java program"),
        ("a.app", "an application"),
        ("a.hta", "a script"),
        ("a.xlsm", "a document with macros"),
        ("stock.csv", ""),
        ("exe", ""),
        (".exe", ""),
        ("report.pdf", ""),
    ],
)
def test_what_a_click_would_run_is_told_by_the_extension_that_counts(name: str, words: str) -> None:
    assert what_runs(name) == words


def test_the_type_of_a_program_tells_too() -> None:
    assert what_runs("photo.jpg", "application/vnd.microsoft.portable-executable") == "a Windows program"
    assert what_runs("photo.jpg", "image/jpeg") == ""
    assert suffix_of("Photo.JPG ") == "jpg"
    assert suffix_of("photo") == ""
