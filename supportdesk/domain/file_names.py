"""Names of files as they come from outside: made safe to lie on any system, and what a click on them would do."""

from __future__ import annotations

import re
import unicodedata

LONGEST_BYTES = 180
"""Disks take 255 bytes; Windows takes 260 characters for the whole path, of which its temporary folder needs some."""

_NAMELESS = "file"
_LONGEST_SUFFIX_BYTES = 32
# Windows takes them for a part of a path, for a drive or for a pattern.
_FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
# They look like nothing, and push the end of a name out of sight.
_BLANK = re.compile(r"[\s\u115f\u1160\u2800\u3164\uffa0]+")
# Devices of Windows, under any extension. It reads the raised figures as figures.
_RESERVED = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
# Control, format (also those that turn the direction of reading), half of a pair, private and unassigned.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

_SCRIPTS = (
    "bat cmd ps1 ps1xml ps2 psc1 psd1 psm1 vb vbe vbs js jse mjs ws wsc wsf wsh sct hta msh sh bash csh ksh zsh fish "
    "command tool action workflow scpt scptd applescript terminal py pyc pyo pyw pyz pyzw pl rb php tcl lua ahk au3 "
    "a3x jnlp inf ins isp reg"
)
_INSTALLERS = (
    "msi msp mst msix msixbundle appx appxbundle appinstaller application pkg mpkg deb rpm apk snap flatpak flatpakref "
    "flatpakrepo appimage run osx"
)
_SHORTCUTS = (
    "lnk url desktop scf library-ms search-ms searchconnector-ms settingcontent-ms appref-ms webloc inetloc fileloc "
    "website msc rdp theme themepack diagcab"
)
_WITH_MACROS = (
    "docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm ade adp accda accde accdr mda mdb mde mdz"
)
_RUNS = (
    ("a Windows program", "exe com scr pif cpl dll ocx sys drv xll wll gadget"),
    ("a script", _SCRIPTS),
    ("an installer", _INSTALLERS),
    ("a shortcut", _SHORTCUTS),
    ("a Java program", "jar class jad"),
    ("an application", "app prefpane osax bundle kext xpc ipa"),
    ("a disk image", "dmg iso img vhd vhdx udf toast"),
    ("a document with macros", _WITH_MACROS),
    ("a help file that runs programs", "chm hlp"),
    ("a web archive", "mht mhtml svgz webarchive maff"),
)
_BY_SUFFIX = {suffix: words for words, suffixes in _RUNS for suffix in suffixes.split()}

PROGRAM_TYPES = {
    "application/vnd.microsoft.portable-executable": "a Windows program",
    "application/x-executable": "a Linux program",
    "application/x-mach-binary": "a macOS program",
    "application/java-archive": "a Java program",
    "application/java-vm": "a Java program",
    "application/vnd.android.package-archive": "an installer",
    "application/x-msi": "an installer",
    "application/x-msix": "an installer",
    "application/x-ms-shortcut": "a shortcut",
    "application/x-desktop": "a shortcut",
    "application/vnd.ms-htmlhelp": "a help file that runs programs",
    "text/x-shellscript": "a script",
    "application/vnd.ms-word.document.macroEnabled.12": "a document with macros",
    "application/vnd.ms-excel.sheet.macroEnabled.12": "a document with macros",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.12": "a document with macros",
    "application/x-macro-document": "a document with macros",
}
"""The media types of what a system runs rather than shows, and what it is in words."""


def safe_name(name: str) -> str:
    """A name to lie under on Windows, macOS and Linux, as like the given one as may be; the same for one that is safe.

    It is one part of a path, never empty, hidden or a device, and at most LONGEST_BYTES long in UTF-8. Nothing in it is
    unseen or turns the direction of reading, and its extension is the one that counts: "photo\u202egpj.exe" is
    "photogpj.exe".
    """
    last = [part for part in re.split(r"[\\/]", name) if part.strip(" .")] or [""]
    seen = _BLANK.sub(" ", unicodedata.normalize("NFC", last[-1]))
    seen = "".join(each for each in seen if unicodedata.category(each) not in _UNSEEN)
    # What stood between them may have kept two signs from becoming one, or two spaces apart.
    seen = _BLANK.sub(" ", unicodedata.normalize("NFC", _FORBIDDEN.sub("_", seen))).strip(" .")
    seen = seen or _NAMELESS
    return _shortened(f"_{seen}" if _RESERVED.match(seen) else seen)


def suffix_of(name: str) -> str:
    """The extension by which a system chooses what to do with a file, without its dot and in small letters."""
    _stem, dot, suffix = safe_name(name).rpartition(".")
    return suffix.lower() if dot else ""


def what_runs(name: str, media_type: str = "") -> str:
    """What a file is, as "a script", if a click on it would run it rather than show it; else ""."""
    return PROGRAM_TYPES.get(media_type) or _BY_SUFFIX.get(suffix_of(name), "")


def _shortened(name: str) -> str:
    """A name that is not too long; what is cut off is the end of what stands before the extension."""
    if len(name.encode()) <= LONGEST_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix.encode()) > _LONGEST_SUFFIX_BYTES:
        stem, dot, suffix = name, "", ""
    kept = stem.encode()[: LONGEST_BYTES - len(suffix.encode()) - len(dot)].decode(errors="ignore")
    return f"{kept.rstrip(' .')}{dot}{suffix}"
