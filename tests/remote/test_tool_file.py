"""A tool's file: read whole, or refused with the place that is wrong; the shipped ones are in the test beside."""

from __future__ import annotations

import pytest

from supportdesk.remote.toml_table import ToolFileRefused
from supportdesk.remote.tool import Mode, System
from supportdesk.remote.tool_file import read_tool

GOOD = r"""
schema = 1
key = "acme"
name = "Acme Remote"
kind = "peer_id"
secret = "asked"
secret_note = "Acme asks."
hosts = ["*.acme.example"]
web = "https://web.acme.example/"
never = ["-P", "assign"]

[[field]]
hole = "id"
label = "Acme ID"
form = "text"
pattern = "[0-9]{6}"
wording = "An Acme ID has 6 digits."
counts = "digits"
drop = ["space"]
group = 3
example = "123 456"

[[field]]
hole = "site"
label = "Acme site"
form = "site"
wording = "A site."
example = "a.acme.example"

[[field]]
hole = "link"
label = "Acme link"
form = "link"
wording = "A link."
example = "https://a.acme.example/x"

[windows]
executables = ["acme.exe"]
folders = ['%ProgramFiles%\Acme*']
registry = [{ key = 'HKLM\SOFTWARE\Acme', folder = "Path" }]

[macos]
executables = ["Acme.app"]
bundle = "com.acme.Remote"

[linux]
executables = ["acme"]

[[launch]]
mode = "control"
systems = ["windows", "linux"]
start = ["{program}", "--to", "{id}"]

[[launch]]
mode = "control"
systems = ["macos"]
start = ["/usr/bin/open", "-b", "{bundle}", "vnc://{id}"]

[[launch]]
mode = "key"
systems = ["windows", "macos", "linux"]
open = "https://{site}/join?id={id}"

[[launch]]
mode = "sos"
systems = ["windows", "macos", "linux"]
open = "{link}"
"""


def refusal(text: str | bytes) -> ToolFileRefused:
    with pytest.raises(ToolFileRefused) as refused:
        read_tool(text, "acme.toml")
    assert "acme.toml" in refused.value.what
    assert refused.value.remedy
    return refused.value


def test_a_good_file_gives_a_tool() -> None:
    tool = read_tool(GOOD, "acme.toml")
    assert (tool.key, tool.name, tool.order) == ("acme", "Acme Remote", 1000)
    assert tool.modes(System.MACOS) == (Mode.CONTROL, Mode.KEY, Mode.SOS)
    assert [field.hole for field in tool.needed(Mode.KEY, System.LINUX)] == ["id", "site"]
    assert read_tool(GOOD.encode("utf-8-sig"), "acme.toml") == tool


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("schema = 1", "schema = 2", "schema"),
        ('key = "acme"', "", "key"),
        ('key = "acme"', 'key = "../acme"', "key"),
        ('name = "Acme Remote"', "name = 7", "name"),
        ('name = "Acme Remote"', 'name = "Acme\\u202eRemote"', "name"),
        ('kind = "peer_id"', 'kind = "magic"', "kind"),
        ('secret = "asked"', 'secret = "argv"', "secret"),
        ('"*.acme.example"', '"*.com"', "hosts[1]"),
        ("https://web.acme.example/", "http://web.acme.example/", "web"),
        ("https://web.acme.example/", "https://web.acme.example", "web"),
        ('counts = "digits"', 'counts = "digit"', "field[1].counts"),
        ('counts = "digits"', 'colour = "red"', "field[1].colour"),
        ("[0-9]{6}", "[0-9", "field[1].pattern"),
        ("[0-9]{6}", "([0-9]+)+", "field[1].pattern"),
        ("[0-9]{6}", "[0-9]*", "field[1].pattern"),
        ('"123 456"', '"12 345"', "field[1].example"),
        ('"a.acme.example"', '"a.evil.example"', "field[2].example"),
        ('hole = "site"', 'hole = "id"', "field[1].hole"),
        ('hole = "site"', 'hole = "program"', "field[2].hole"),
        ('["space"]', '["letters"]', "field[1].drop[1]"),
        ("group = 3", "group = 99", "field[1].group"),
        ('"acme.exe"', '"acme.bat"', "windows.executables[1]"),
        ('"acme.exe"', '"x/acme.exe"', "windows.executables[1]"),
        ('"acme.exe"', '"powershell.exe"', "windows.executables[1]"),
        ('["acme"]', '["bash"]', "linux.executables[1]"),
        ('["acme"]', "[]", "linux.executables"),
        (r"%ProgramFiles%\Acme*", r"%TEMP%\Acme", "windows.folders[1]"),
        (r"%ProgramFiles%\Acme*", r"%ProgramFiles%\..\Acme", "windows.folders[1]"),
        (r"%ProgramFiles%\Acme*", r"\\evil.example\Acme", "windows.folders[1]"),
        (r"HKLM\SOFTWARE\Acme", r"HKCR\Acme", "windows.registry[1].key"),
        ('folder = "Path"', 'folder = "SecurityPasswordAES"', "windows.registry[1].folder"),
        ('bundle = "com.acme.Remote"', "", "macos.bundle"),
        ('bundle = "com.acme.Remote"', 'bundle = "com.acme.Remote"\nsafe_from = "new"', "macos.safe_from"),
        ('mode = "control"', 'mode = "spy"', "launch[1].mode"),
        ('["windows", "linux"]', '["beos"]', "launch[1].systems[1]"),
        ('"{program}", "--to"', '"acme", "--to"', "launch[1].start[1]"),
        ('"{program}", "--to"', '"/bin/sh", "--to"', "launch[1].start[1]"),
        ('"{program}", "--to"', '"{program}", "powershell"', "launch[1].start[2]"),
        ('"{program}", "--to"', r'"{program}", "C:/x/CMD.EXE"', "launch[1].start[2]"),
        ('"--to", "{id}"', '"--to", "{peer}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "{id!r}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "{id[0]}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "{id}{id}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "{link}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "x {id}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--password", "{id}"', "launch[1].start[2]"),
        ('"--to", "{id}"', '"-P", "{id}"', "launch[1].start[2]"),
        ('"--to", "{id}"', '"Assign", "{id}"', "launch[1].start[2]"),
        ('"--to", "{id}"', '"--to", "{program}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "file:///{id}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to", "https://a.acme.example/{id}"', "launch[1].start[3]"),
        ('"--to", "{id}"', '"--to=file://{id}"', "launch[1].start[2]"),
        ('"vnc://{id}"', '"{id}"', "launch[2].start"),
        ('"vnc://{id}"', '"ms-msdt:{id}"', "launch[2].start[4]"),
        ('"-b", "{bundle}"', '"-a", "Terminal"', "launch[2].start"),
        ('"vnc://{id}"', '"rustdesk://password/{id}"', "launch[2].start[4]"),
        ('"https://{site}/join?id={id}"', '"javascript:{id}"', "launch[3].open"),
        ('"https://{site}/join?id={id}"', '"https://evil.example/{id}"', "launch[3].open"),
        ('"https://{site}/join?id={id}"', '"https://{id}.acme.example/"', "launch[3].open"),
        ('"https://{site}/join?id={id}"', '"https://a.acme.example/{site}"', "launch[3].open"),
        ('"https://{site}/join?id={id}"', '"https://{site}"', "launch[3].open"),
        ('"https://{site}/join?id={id}"', '"/join?id={id}"', "launch[3].open"),
        ('"{link}"', '"{link}x"', "launch[4].open"),
        ('mode = "key"', 'mode = "control"', "launch[3]"),
        ('open = "{link}"', 'open = "{link}"\nstart = ["{program}"]', "launch[4]"),
        ('open = "{link}"', 'open = "{link}"\nprograms = ["other"]', "launch[4].programs"),
        ('[linux]\nexecutables = ["acme"]', "", "launch[1].systems"),
        ("never =", "ever =", "ever"),
    ],
)  # fmt: skip
def test_DSK_4_a_file_that_could_do_more_is_refused_with_its_place(old: str, new: str, place: str) -> None:
    assert old in GOOD
    found = refusal(GOOD.replace(old, new, 1))
    assert found.place == place
    assert found.meaning.startswith(f"{place}: ")


def test_what_is_no_tool_at_all_is_refused() -> None:
    assert "line 1" in refusal("key = \n").meaning
    assert "UTF-8" in refusal(b"\xff\xfe").meaning
    assert "KB" in refusal(b"#" * 100_000).meaning
    assert refusal("").place == "schema"
    assert refusal(GOOD.partition("[[launch]]")[0]).place == "launch"
    assert refusal("a = " + "[" * 5000).meaning == "The file is nested too deeply."
