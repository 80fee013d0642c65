"""The shipped tools for tests, and the exact commands they may become, written down apart from their files."""

from __future__ import annotations

from supportdesk.remote.catalogue import load_catalogue
from supportdesk.remote.tool import Mode, System, Tool

CATALOGUE = load_catalogue()
TOOLS = {tool.key: tool for tool in CATALOGUE.tools}
KEYS = (
    "teamviewer",
    "teamviewer_session",
    "anydesk",
    "rustdesk",
    "quick_assist",
    "rdp",
    "vnc",
    "splashtop",
    "screenconnect",
    "zoho_assist",
    "beyondtrust",
    "chrome_remote_desktop",
    "dwservice",
)

PROGRAMS = {
    ("teamviewer", System.WINDOWS): r"C:\Program Files\TeamViewer\TeamViewer.exe",
    ("teamviewer", System.MACOS): "/Applications/TeamViewer.app",
    ("teamviewer", System.LINUX): "/usr/bin/teamviewer",
    ("anydesk", System.WINDOWS): r"C:\Program Files (x86)\AnyDesk\AnyDesk.exe",
    ("anydesk", System.MACOS): "/Applications/AnyDesk.app",
    ("anydesk", System.LINUX): "/usr/bin/anydesk",
    ("rustdesk", System.WINDOWS): r"C:\Program Files\RustDesk\rustdesk.exe",
    ("rustdesk", System.MACOS): "/Applications/RustDesk.app",
    ("rustdesk", System.LINUX): "/usr/bin/rustdesk",
    ("rdp", System.WINDOWS): r"C:\Windows\System32\mstsc.exe",
    ("rdp", System.MACOS): "/Applications/Windows App.app",
    ("rdp", System.LINUX): "/usr/bin/remmina",
    ("vnc", System.WINDOWS): r"C:\Program Files\TightVNC\tvnviewer.exe",
    ("vnc", System.LINUX): "/usr/bin/vncviewer",
    ("splashtop", System.WINDOWS): r"C:\Program Files (x86)\Splashtop\strwinclt.exe",
    ("splashtop", System.MACOS): "/Applications/Splashtop Business.app",
}

# Regular expressions, one for each argument, or one for the link; {program} stands for the path above.
_DIGITS = "[0-9]{8,10}"
_ANYDESK = "(?:[0-9]{9,10}|[A-Za-z0-9][A-Za-z0-9._-]{0,62}@[A-Za-z0-9][A-Za-z0-9.-]{0,62})"
_ANYDESK_CODED = "(?:[0-9]{9,10}|[A-Za-z0-9][A-Za-z0-9._-]{0,62}%40[A-Za-z0-9][A-Za-z0-9.-]{0,62})"
_RUSTDESK = "(?:[0-9]{6,12}|[A-Za-z][A-Za-z0-9_-]{5,15})"
_HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"
_PORT = "[1-9][0-9]{0,4}"
_REST = r"/[!-&(-;=?-\[\]_a-z~]*"
_OPEN = "/usr/bin/open"
_ACCOUNT = "[A-Za-z0-9](?:[A-Za-z0-9._-]|%2B)*%40[A-Za-z0-9][A-Za-z0-9.-]*"
_SPLASHTOP = rf"st-business://com\.splashtop\.business\?account={_ACCOUNT}&"
_SUBDOMAIN = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\."
_GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_ZOHO = r"https://assist\.zoho\.(?:com|eu|in|com\.au)"
_W, _M, _L = System.WINDOWS, System.MACOS, System.LINUX
_ALL = (_W, _M, _L)

COMMANDS: dict[tuple[str, System, Mode], tuple[str, ...]] = {
    ("teamviewer", _W, Mode.CONTROL): ("{program}", "-i", _DIGITS),
    ("teamviewer", _L, Mode.CONTROL): ("{program}", "-i", _DIGITS),
    ("teamviewer", _M, Mode.CONTROL): (
        _OPEN,
        "-b",
        r"com\.teamviewer\.TeamViewer",
        rf"teamviewer10://control\?device={_DIGITS}",
    ),
    ("teamviewer", _W, Mode.FILE_TRANSFER): ("{program}", "-i", _DIGITS, "--mode", "fileTransfer"),
    ("teamviewer", _W, Mode.VPN): ("{program}", "-i", _DIGITS, "--mode", "vpn"),
    ("anydesk", _W, Mode.CONTROL): ("{program}", _ANYDESK),
    ("anydesk", _L, Mode.CONTROL): ("{program}", _ANYDESK),
    ("anydesk", _M, Mode.CONTROL): (_OPEN, "-b", r"com\.philandro\.anydesk", f"anydesk:{_ANYDESK_CODED}"),
    ("rustdesk", _W, Mode.CONTROL): ("{program}", "--connect", _RUSTDESK),
    ("rustdesk", _L, Mode.CONTROL): ("{program}", "--connect", _RUSTDESK),
    ("rustdesk", _W, Mode.FILE_TRANSFER): ("{program}", "--file-transfer", _RUSTDESK),
    ("rustdesk", _M, Mode.CONTROL): (
        _OPEN,
        "-b",
        r"com\.carriez\.rustdesk",
        f"rustdesk://connect/{_RUSTDESK}",
    ),
    ("rdp", _W, Mode.CONTROL): ("{program}", f"/v:{_HOST}:{_PORT}", "/prompt"),
    ("rdp", _L, Mode.CONTROL): ("{program}", "--connect", f"rdp://{_HOST}:{_PORT}"),
    ("rdp", _M, Mode.CONTROL): (
        _OPEN,
        "-b",
        r"com\.microsoft\.rdc\.macos",
        f"rdp://full%20address=s:{_HOST}:{_PORT}&prompt%20for%20credentials%20on%20client=i:1",
    ),
    ("vnc", _W, Mode.CONTROL): ("{program}", f"{_HOST}::{_PORT}"),
    ("vnc", _L, Mode.CONTROL): ("{program}", f"{_HOST}::{_PORT}"),
    ("vnc", _M, Mode.CONTROL): (_OPEN, f"vnc://{_HOST}:{_PORT}"),
}

LINKS: dict[tuple[str, System, Mode], str] = {
    ("quick_assist", _W, Mode.CONTROL): "ms-quick-assist:",
    **{("splashtop", each, Mode.CONTROL): f"{_SPLASHTOP}mac=[0-9A-F]{{12}}" for each in (_W, _M)},
    **{("splashtop", each, Mode.SOS): f"{_SPLASHTOP}sos=[0-9]{{9}}" for each in (_W, _M)},
}
for _each in _ALL:
    LINKS |= {
        ("teamviewer_session", _each, Mode.CONTROL): rf"https://{_SUBDOMAIN}teamviewer\.com{_REST}",
        ("screenconnect", _each, Mode.CONTROL): (
            rf"https://{_SUBDOMAIN}screenconnect\.com/Host#Access/All%20Machines//{_GUID}/Join"
        ),
        ("zoho_assist", _each, Mode.CONTROL): f"{_ZOHO}{_REST}",
        ("zoho_assist", _each, Mode.KEY): rf"{_ZOHO}/assist-start\?key=[0-9]{{6,12}}",
        ("beyondtrust", _each, Mode.CONTROL): (
            rf"https://{_SUBDOMAIN}beyondtrustcloud\.com/api/client_script\?type=rep&operation=execute"
            r"&action=start_jump_item_session&search_string=[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
        ),
        ("chrome_remote_desktop", _each, Mode.CONTROL): r"https://remotedesktop\.google\.com/support",
        ("chrome_remote_desktop", _each, Mode.UNATTENDED): r"https://remotedesktop\.google\.com/access",
        ("dwservice", _each, Mode.CONTROL): r"https://www\.dwservice\.net/",
    }

WAYS = tuple(sorted({*COMMANDS, *LINKS}))


def ways(key: str) -> list[tuple[System, Mode]]:
    """Every system and mode that a tool can be started in."""
    return [(system, mode) for tool, system, mode in WAYS if tool == key]


def examples(tool: Tool) -> dict[str, str]:
    """What the tool's file gives as examples, by hole."""
    return {field.hole: field.example for field in tool.fields}
