"""The hub's settings: file and environment, and what is said of a wrong one – where, which, and never its value."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from supportdesk.config.hub_settings import (
    HubSettings,
    SettingsRefused,
    changed,
    is_server,
    load,
    server_url,
)

URL = "postgresql://me:geheim@db.example.org/desk"


def written(folder: Path, text: str) -> Path:
    path = folder / "hub.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_environment_overrules_the_file_and_the_file_the_defaults(tmp_path: Path) -> None:
    path = written(tmp_path, f'database = "{URL}"\nport = 9000\nworkers = 3\noidc_create_accounts = false\n')
    environment = {
        "SUPPORTDESK_HUB_WORKERS": "5",
        "SUPPORTDESK_HUB_CONFIG": "/not/read",
        "SUPPORTDESK_HUB_OIDC_CREATE_ACCOUNTS": "True",
        "SUPPORTDESK_HOME": "/elsewhere",
        "PATH": "/bin",
    }
    expected = replace(HubSettings(), database=URL, port=9000, workers=5, oidc_create_accounts=True)
    assert load(path, environment) == expected
    assert load(None, environment | {"SUPPORTDESK_HUB_CONFIG": str(path)}) == expected
    assert load(None, {"SUPPORTDESK_HUB_DATABASE": URL}) == HubSettings(database=URL)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('database = "x"\n\nprot = 1\n', "hub.toml, line 3, names a setting “prot”"),
        ('database = "x"\nport = "geheim"\n', "hub.toml, line 2, has a wrong value: port takes the port"),
        ('database = "x"\nport = 70000\n', "line 2, has a wrong value"),
        ('database = "x"\nport = true\n', "line 2, has a wrong value"),
        ('database = "x"\nlog_level = "geheim"\n', "log_level takes debug, info"),
        ("database = geheim\n", "is no TOML: Invalid value (at line 1"),
        ("port = 1\n", "names no database"),
        ('database = "  "\n', "names no database"),
        ('database = "x"\ntls_cert = "c"\n', "TLS needs both"),
        ('database = "x"\noidc_client_id = "c"\n', "single sign-on needs both"),
        ("[database]\nurl = 1\n", "line 1, has a wrong value"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_setting(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        load(written(tmp_path, text), {})
    assert told in str(refused.value)
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PORT", "geheim"), ("PORT", "-1"), ("OIDC_CREATE_ACCOUNTS", "geheim"), ("NONE", "geheim")],
)
def test_what_is_wrong_in_the_environment_is_named_too(variable: str, value: str) -> None:
    name = f"SUPPORTDESK_HUB_{variable}"
    with pytest.raises(SettingsRefused, match=name) as refused:
        load(None, {"SUPPORTDESK_HUB_DATABASE": "x", name: value})
    assert "geheim" not in str(refused.value)


def test_a_file_that_cannot_be_read_is_told_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(SettingsRefused, match="can't be read"):
            load(path, {})
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsRefused, match="UTF-8"):
        load(broken, {})
    broken.write_bytes(b"#" * 300_000)
    with pytest.raises(SettingsRefused, match="larger"):
        load(broken, {})


def test_an_option_is_checked_like_a_setting() -> None:
    settings = HubSettings(database="x")
    assert changed(settings, {"port": 1}).port == 1
    with pytest.raises(SettingsRefused, match="--port"):
        changed(settings, {"port": 70_000})
    with pytest.raises(SettingsRefused, match="both"):
        changed(settings, {"tls_cert": "c"})


def test_the_database_is_never_shown() -> None:
    assert "geheim" not in repr(HubSettings(database=URL, oidc_client_secret="geheim"))


def test_every_setting_says_what_it_means_and_its_default_is_allowed() -> None:
    for each in fields(HubSettings):
        assert len(each.metadata["about"]) > 10
        if each.metadata["least"] is not None:
            assert each.metadata["least"] <= each.default <= each.metadata["most"]


@pytest.mark.parametrize(
    ("database", "server"),
    [
        ("postgres://a/b", True),
        ("postgresql://a/b", True),
        ("postgresql+psycopg://a/b", True),
        ("/var/lib/hub.db", False),
        ("postgres.db", False),
    ],
)
def test_a_server_is_told_from_a_file(database: str, server: bool) -> None:
    assert is_server(database) == server
    if server:
        assert server_url(database) == "postgresql+psycopg://a/b"
