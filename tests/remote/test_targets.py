"""What people type for a tool: brought to one form, shown in groups, refused in words that help."""

from __future__ import annotations

import contextlib
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.remote.targets import (
    Allowed,
    ModeRefused,
    Reason,
    TargetRefused,
    hole_values,
    make_target,
    normalised,
    shown,
)
from supportdesk.remote.tool import Field, Mode, System
from tests.remote.hostile import PIECES, hostile
from tests.remote.shipped import TOOLS

TEAMVIEWER = TOOLS["teamviewer"]
ID = TEAMVIEWER.fields[0]
USUAL = Allowed()
EVERY_FIELD = [(key, field.hole) for key, tool in TOOLS.items() for field in tool.fields]


def field_of(key: str, hole: str) -> Field:
    return next(field for field in TOOLS[key].fields if field.hole == hole)


def bring(key: str, hole: str, typed: str, allowed: Allowed = USUAL) -> str:
    return normalised(TOOLS[key], field_of(key, hole), typed, allowed)


@pytest.mark.parametrize(
    "typed",
    [
        "602724282",
        "602 724 282",
        " 602-724-282\n",
        "602.724.282",
        "602\u00a0724\u202f282",
        "٦٠٢ ٧٢٤ ٢٨٢",
        "۶۰۲۷۲۴۲۸۲",
    ],
)
def test_DSK_4_an_id_is_understood_however_it_is_written(typed: str) -> None:
    assert bring("teamviewer", "id", typed) == "602724282"


@pytest.mark.parametrize(
    ("key", "hole", "typed", "kept"),
    [
        ("anydesk", "id", "547 911 884", "547911884"),
        ("anydesk", "id", "office@ad", "office@ad"),
        ("rustdesk", "id", "acme-desk", "acme-desk"),
        ("rdp", "host", "PC-7.example.com", "PC-7.example.com"),
        ("rdp", "host", "192.0.2.7:3389", "192.0.2.7"),
        ("rdp", "host", "192.0.2.7:03390", "192.0.2.7:3390"),
        ("vnc", "host", "192.0.2.7:3389", "192.0.2.7:3389"),
        ("splashtop", "mac", "00:1a-2b 3c:4d:5e", "001A2B3C4D5E"),
        (
            "screenconnect",
            "guid",
            "0B6C1F7E-2D4A-4C1B-9F0E-5A3D2C1B0A9F",
            "0b6c1f7e-2d4a-4c1b-9f0e-5a3d2c1b0a9f",
        ),
        ("screenconnect", "site", "Acme.ScreenConnect.com", "acme.screenconnect.com"),
        (
            "teamviewer_session",
            "supporter_link",
            "HTTPS://Get.TeamViewer.com/s1",
            "https://get.teamviewer.com/s1",
        ),
    ],
)
def test_DSK_4_each_tool_has_its_own_forms(key: str, hole: str, typed: str, kept: str) -> None:
    assert bring(key, hole, typed) == kept


@pytest.mark.parametrize(
    ("typed", "what", "reason", "count"),
    [
        ("6027242", "A TeamViewer ID has 8 to 10 digits. This one has 7.", Reason.COUNT, 7),
        ("60272428212", "A TeamViewer ID has 8 to 10 digits. This one has 11.", Reason.COUNT, 11),
        ("60272428x", "A TeamViewer ID has 8 to 10 digits.", Reason.SHAPE, None),
        ("602724;282", "A TeamViewer ID has 8 to 10 digits. This one has “;” in it.", Reason.SIGN, None),
        ("--play x", "A TeamViewer ID has 8 to 10 digits. This one has “-” in it.", Reason.SIGN, None),
        ("60272428\u202e", ("A TeamViewer ID has 8 to 10 digits. "
         "This one has a sign that can’t be seen (U+202E) in it."),
         Reason.SIGN, None),
        ("  ", "TeamViewer ID is missing.", Reason.MISSING, None),
        ("9" * 100_000, "This is too long. A TeamViewer ID has 8 to 10 digits.", Reason.TOO_LONG, None),
    ],
)  # fmt: skip
def test_DSK_4_a_refusal_says_what_is_asked_and_what_is_there(
    typed: str, what: str, reason: Reason, count: int | None
) -> None:
    with pytest.raises(TargetRefused) as refused:
        bring("teamviewer", "id", typed)
    assert (refused.value.what, refused.value.reason, refused.value.count) == (what, reason, count)
    assert refused.value.remedy == "Correct it; it looks like 602 724 282."


@pytest.mark.parametrize(("key", "hole"), EVERY_FIELD)
def test_54_refusals_are_worded_for_people(key: str, hole: str) -> None:
    chance = Random(f"words {key} {hole}")
    said = set()
    for _ in range(300):
        try:
            bring(key, hole, hostile(chance, field_of(key, hole).example))
        except TargetRefused as refused:
            said.add(str(refused))
    assert said
    for text in said:
        # One disturbing sign may be quoted, whatever it is.
        plain = re.sub("“.”", "", text)
        assert not re.search(r"(?i)\b(invalid|error|please)\b|!", plain), text
        assert text.isprintable()
        assert len(text) < 500


def test_DSK_4_longer_ids_are_for_an_administrator_to_allow() -> None:
    assert bring("teamviewer", "id", "602 724 282 123", Allowed(longer=True)) == "602724282123"
    with pytest.raises(TargetRefused, match=r"8 to 12 digits\. This one has 13\."):
        bring("teamviewer", "id", "6027242821234", Allowed(longer=True))
    with pytest.raises(TargetRefused, match=r"8 to 10 digits\. This one has 12\."):
        bring("teamviewer", "id", "602724282123")


@pytest.mark.parametrize("piece", PIECES)
def test_DSK_4_no_field_takes_a_piece_of_an_attack(piece: str) -> None:
    for key, hole in EVERY_FIELD:
        field = field_of(key, hole)
        for typed in (piece, f"{piece}{field.example}"):
            try:
                kept = bring(key, hole, typed)
            except TargetRefused:
                continue
            # Spaces around, and separators that a tool's ids are written with, say nothing.
            assert kept == bring(key, hole, field.example)


@pytest.mark.parametrize("port", ["0", "65536", "99999", "", "-1", "x", "80x", "٨٠٨٠٨٠"])
def test_DSK_4_a_port_is_a_number_that_exists(port: str) -> None:
    with pytest.raises(TargetRefused) as refused:
        bring("rdp", "host", f"pc-7:{port}")
    assert refused.value.reason in (Reason.PORT, Reason.SIGN)


@pytest.mark.parametrize(
    "host", ["a..b", "-a", "a-", "a_b", "a" * 64, f"{'a.' * 130}a", "[::1]", "bücher.example", "."]
)
def test_DSK_4_a_computer_has_a_plain_name(host: str) -> None:
    with pytest.raises(TargetRefused):
        bring("vnc", "host", host)


@pytest.mark.parametrize(
    ("value", "read"),
    [("602724282", "602 724 282"), ("1234567890", "1 234 567 890"), ("12345678", "12 345 678")],
)
def test_54_an_id_is_shown_in_groups(value: str, read: str) -> None:
    assert shown(ID, value) == read
    assert normalised(TEAMVIEWER, ID, read) == value


def test_54_an_alias_is_shown_as_it_is() -> None:
    assert shown(field_of("anydesk", "id"), "office@ad") == "office@ad"


def test_a_computer_fills_two_holes() -> None:
    field = field_of("rdp", "host")
    assert hole_values(field, "pc-7") == {"host": "pc-7", "port": "3389"}
    assert hole_values(field, "pc-7:3390") == {"host": "pc-7", "port": "3390"}


def test_DSK_4_sites_of_ones_own_count_where_the_tool_has_them() -> None:
    own = Allowed(sites=("help.acme.example", "*.desk.acme.example"))
    assert bring("screenconnect", "site", "help.acme.example", own) == "help.acme.example"
    assert bring("screenconnect", "site", "a.desk.acme.example", own) == "a.desk.acme.example"
    for site in ("desk.acme.example", "evil.example", "help.acme.example.evil.example", "xhelp.acme.example"):
        with pytest.raises(TargetRefused) as refused:
            bring("screenconnect", "site", site, own)
        assert refused.value.reason is Reason.PLACE
    with pytest.raises(TargetRefused):
        bring("zoho_assist", "site", "help.acme.example", own)


def test_a_target_holds_what_the_mode_needs() -> None:
    splashtop = TOOLS["splashtop"]
    typed = {"account": "desk@example.com", "mac": "00:1A:2B:3C:4D:5E", "sos": ""}
    made = make_target(splashtop, System.WINDOWS, typed)
    assert made.values == {"account": "desk@example.com", "mac": "001A2B3C4D5E"}
    with pytest.raises(TargetRefused, match="SOS code is missing"):
        make_target(splashtop, System.WINDOWS, typed, mode=Mode.SOS)


def test_a_mode_that_a_system_lacks_is_refused() -> None:
    with pytest.raises(ModeRefused, match="TeamViewer can't be started so"):
        make_target(TEAMVIEWER, System.MACOS, {"id": "602724282"}, mode=Mode.VPN)
    with pytest.raises(ModeRefused):
        make_target(TOOLS["quick_assist"], System.LINUX, {})


@given(st.sampled_from(EVERY_FIELD), st.integers(), st.booleans())
def test_normalising_twice_changes_nothing(where: tuple[str, str], seed: int, longer: bool) -> None:
    tool, field = TOOLS[where[0]], field_of(*where)
    allowed = Allowed(longer=longer)
    try:
        once = normalised(tool, field, hostile(Random(seed), field.example), allowed)
    except TargetRefused:
        return
    assert normalised(tool, field, once, allowed) == once
    assert normalised(tool, field, shown(field, once), allowed) == once
    assert once.isascii()
    assert once.isprintable()
    assert not once.startswith(("-", "/"))


@given(
    st.from_regex(r"[0-9]{8,10}", fullmatch=True),
    st.sampled_from(["٠", "۰", "0"]),
    st.text(" .-\u00a0\u202f", max_size=3),
)
def test_digits_and_separators_of_any_hand_mean_the_same(digits: str, zero: str, between: str) -> None:
    ascii_digits = "".join(str(int(each)) for each in digits)
    written = between.join(chr(ord(zero) + int(each)) for each in ascii_digits)
    assert normalised(TEAMVIEWER, ID, written) == ascii_digits


@given(st.text(max_size=40))
def test_any_text_is_an_id_or_refused(typed: str) -> None:
    with contextlib.suppress(TargetRefused):
        assert re.fullmatch("[0-9]{8,10}", normalised(TEAMVIEWER, ID, typed), re.ASCII)
