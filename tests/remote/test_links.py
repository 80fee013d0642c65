"""Links that may be opened: https, to a known host, and nothing hidden in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.remote.links import checked_link, host_allowed, is_host, is_host_pattern


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://get.teamviewer.com/s12345678", "https://get.teamviewer.com/s12345678"),
        ("https://Get.TeamViewer.com", "https://get.teamviewer.com/"),
        ("https://get.teamviewer.com:443/a?b=c&d=%20e#f", "https://get.teamviewer.com/a?b=c&d=%20e#f"),
        ("https://get.teamviewer.com?a=b", "https://get.teamviewer.com/?a=b"),
    ],
)
def test_DSK_4_a_plain_link_is_opened_as_it_is(link: str, opened: str) -> None:
    host = "get.teamviewer.com"
    assert checked_link(link) == (opened, host)
    assert checked_link(opened) == (opened, host)


@pytest.mark.parametrize(
    "link",
    [
        "http://get.teamviewer.com/",
        "https://user@get.teamviewer.com/",
        "https://user:pw@get.teamviewer.com/",
        "https://get.teamviewer.com:8443/",
        "https://get.teamviewer.com:/",
        "https://get.teamviewer.com:443@evil.example/",
        "https://get.teamviewer.com\\@evil.example/",
        "https://get.teamviewer.com\t.evil.example/",
        "https://get.teamviewer.com/\n",
        "https://get.teamviewer.com/a b",
        "https://get.teamviewer.com/%0d%0aX",
        "https://get.teamviewer.com/%00",
        "https://get.teamviewer.com/%zz",
        "https://get.teamviewer.com/%",
        'https://get.teamviewer.com/"--play',
        "https://get.teamviewer.com./",
        "https://.teamviewer.com/",
        "https://g\u0435t.teamviewer.com/",
        "https://get.teamviewer.com/\u202e",
        "https://get.teamviewer.com\uff0fevil.example/",
        "https://[::1]/",
        "https:///get.teamviewer.com/",
        "https:get.teamviewer.com",
        "//get.teamviewer.com/",
        "javascript:https://get.teamviewer.com/",
        "file:///etc/passwd",
        "https://get.teamviewer.com/?",
        f"https://get.teamviewer.com/{'a' * 3000}",
        "",
    ],
)  # fmt: skip
def test_DSK_4_a_link_with_anything_hidden_is_refused(link: str) -> None:
    assert checked_link(link) is None


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("get.teamviewer.com", True),
        ("a.b.teamviewer.com", True),
        ("GET.teamviewer.com", True),
        ("help.acme.example", True),
        ("teamviewer.com", False),
        ("evilteamviewer.com", False),
        ("get.teamviewer.com.evil.example", False),
        (".teamviewer.com", False),
        ("x.help.acme.example", False),
        ("get.teamviewer.com.", False),
        ("", False),
    ],
)
def test_DSK_4_a_host_is_on_the_list_or_it_is_not(host: str, allowed: bool) -> None:
    assert host_allowed(host, ["*.teamviewer.com", "help.acme.example"]) is allowed


@pytest.mark.parametrize(
    "pattern", ["*", "*.com", "com", "*.*.com", "a.*.com", "*teamviewer.com", "", "a b.com", "Ä.de", "*."]
)
def test_DSK_4_a_list_can_not_allow_everything(pattern: str) -> None:
    assert not is_host_pattern(pattern)
    assert not host_allowed("evil.com", [pattern])


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_is_opened_always_leads_to_its_host(before: str, after: str) -> None:
    for link in (
        f"https://{before}get.teamviewer.com{after}",
        f"https://{before}/{after}",
        f"https://a.example/{after}",
    ):
        checked = checked_link(link)
        if checked is not None:
            opened, host = checked
            assert opened.startswith(f"https://{host}/")
            assert is_host(host)
            assert checked_link(opened) == checked
