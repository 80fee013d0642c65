"""The hub's settings, each declared once with its meaning and default; read from a TOML file and the environment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

Metrics = Literal["loopback", "everyone", "nobody"]
LogLevel = Literal["debug", "info", "warning", "error"]

CONFIG_VARIABLE = "SUPPORTDESK_HUB_CONFIG"
"""Names the settings file where no option does."""
_PREFIX = "SUPPORTDESK_HUB_"
_MOST_BYTES = 256 * 1024
_SHOWN = 40


def _about(about: str, least: int | None = None, most: int | None = None) -> dict[str, Any]:
    return {"about": about, "least": least, "most": most}


@dataclass(frozen=True, slots=True)
class HubSettings:
    """How a hub runs; every setting has a default but where its data are."""

    # Never shown: it may hold a password.
    database: str = field(
        default="",
        repr=False,
        metadata=_about(
            "where the data are: a PostgreSQL URL (postgresql://user:password@host/name) or the path of a file, "
            "which serves one office with one worker"
        ),
    )
    connections: int = field(
        default=15, metadata=_about("how many connections each worker may open, 2 to 200", 2, 200)
    )
    host: str = field(default="127.0.0.1", metadata=_about("the address to listen on"))
    port: int = field(
        default=8470, metadata=_about("the port to listen on, 0 to 65535; 0 takes a free one", 0, 65_535)
    )
    workers: int = field(
        default=1, metadata=_about("how many processes answer, 1 to 64; PostgreSQL only", 1, 64)
    )
    tls_cert: str = field(
        default="", metadata=_about("the file of the TLS certificate with its chain, in PEM form")
    )
    tls_key: str = field(
        default="", metadata=_about("the file of the certificate's private key, in PEM form")
    )
    proxy: str = field(
        default="",
        metadata=_about(
            "the addresses of the proxies in front, separated by commas; they speak TLS and name the client's address"
        ),
    )
    stop_seconds: int = field(
        default=20, metadata=_about("how long requests may go on when the hub stops, 1 to 600 s", 1, 600)
    )
    body_mib: int = field(
        default=16, metadata=_about("the largest body of a request once unpacked, 1 to 256 MiB", 1, 256)
    )
    files: str = field(
        default="",
        metadata=_about(
            "the folder of the attachments' bytes, which all workers share; empty: beside a database in a file, "
            "and none with PostgreSQL"
        ),
    )
    s3_bucket: str = field(
        default="",
        metadata=_about(
            "the bucket of an S3-compatible store that keeps the attachments' bytes; those on their way stay in "
            "`files`. Let the bucket drop multipart uploads that were left for days. Empty: all is in `files`"
        ),
    )
    s3_endpoint: str = field(
        default="", metadata=_about("the store's address (https://…); empty: that of Amazon's in the region")
    )
    s3_region: str = field(default="us-east-1", metadata=_about("the region that the bucket is in"))
    s3_prefix: str = field(
        default="", metadata=_about("what the names of everything in the bucket begin with, if it is shared")
    )
    s3_key_id: str = field(
        default="",
        repr=False,
        metadata=_about("the id of the key to the bucket; empty: as AWS_… of the environment say"),
    )
    s3_secret: str = field(default="", repr=False, metadata=_about("the key's secret"))
    s3_seconds: int = field(
        default=60, metadata=_about("how long one request to the bucket may take, 1 to 600 s", 1, 600)
    )
    file_mib: int = field(
        default=8_192, metadata=_about("the largest file that is taken, 1 to 1048576 MiB", 1, 1_048_576)
    )
    quota_mib: int = field(
        default=51_200,
        metadata=_about("how much the files of one client may take up, 1 to 1073741824 MiB", 1, 1 << 30),
    )
    data_file_mib: int = field(
        default=51_200,
        metadata=_about("the largest data file of a client that is taken, 1 to 1048576 MiB", 1, 1_048_576),
    )
    data_quota_mib: int = field(
        default=204_800,
        metadata=_about(
            "how much the data files of one client may take up beside its other files, 1 to 1073741824 MiB",
            1,
            1 << 30,
        ),
    )
    upload_idle_seconds: int = field(
        default=20, metadata=_about("how long an upload may stand still before it is cut, 1 to 600 s", 1, 600)
    )
    log_level: LogLevel = field(default="info", metadata=_about("debug, info, warning or error"))
    metrics: Metrics = field(
        default="loopback",
        metadata=_about("who may read /metrics: loopback (this machine), everyone or nobody"),
    )
    access_minutes: int = field(
        default=15, metadata=_about("how long an access token is good, 1 to 60 min", 1, 60)
    )
    refresh_days: int = field(
        default=30,
        metadata=_about("after how many days without contact a desk signs in anew, 1 to 365", 1, 365),
    )
    password_length: int = field(
        default=10, metadata=_about("the fewest characters of a new password, 8 to 64", 8, 64)
    )
    argon2_memory_kib: int = field(
        default=65_536,
        metadata=_about("the memory of one password check, 8192 to 1048576 KiB", 8_192, 1_048_576),
    )
    argon2_passes: int = field(default=3, metadata=_about("the passes of a password check, 1 to 20", 1, 20))
    password_checks: int = field(
        default=2, metadata=_about("how many passwords a worker checks at once, 1 to 32", 1, 32)
    )
    oidc_issuer: str = field(
        default="",
        metadata=_about(
            "the issuer of an OpenID provider for single sign-on (https://…); empty: passwords only"
        ),
    )
    oidc_client_id: str = field(
        default="", metadata=_about("the client id that the provider gave this hub's desks")
    )
    oidc_client_secret: str = field(
        default="",
        repr=False,
        metadata=_about(
            "what some providers give with the client id of a desktop program; every desk gets it"
        ),
    )
    oidc_scopes: str = field(
        default="openid email profile", metadata=_about("the scopes to ask the provider for")
    )
    oidc_create_accounts: bool = field(
        default=False,
        metadata=_about(
            "true or false: whether whom the provider vouches for gets a support officer's account"
        ),
    )


_HINTS = get_type_hints(HubSettings)
_ABOUTS: Mapping[str, Mapping[str, Any]] = {each.name: each.metadata for each in fields(HubSettings)}


class SettingsRefused(ValueError):
    """Settings that can't be used; the text is a sentence that says which and why."""


def load(config: Path | None, environment: Mapping[str, str]) -> HubSettings:
    """The settings of a file, overruled by the environment's SUPPORTDESK_HUB_* (SUPPORTDESK_HUB_DATABASE, …).

    Without `config` the file that SUPPORTDESK_HUB_CONFIG names counts, if it is set. Raises SettingsRefused that names
    file, line and setting for the first thing that is wrong; a wrong value itself is never repeated.
    """
    named = environment.get(CONFIG_VARIABLE, "")
    path = config or (Path(named) if named else None)
    values: dict[str, Any] = {}
    if path is not None:
        text, given = _parsed(path)
        for name, value in given.items():
            values[name] = _checked(name, value, f"{path}{_line_of(text, name)}")
    for variable, value in environment.items():
        if variable.startswith(_PREFIX) and variable != CONFIG_VARIABLE:
            name = variable.removeprefix(_PREFIX).lower()
            values[name] = _checked(name, _plain(name, value), f"the environment's {variable}")
    return _whole(HubSettings(**values), path)


def changed(settings: HubSettings, given: Mapping[str, object]) -> HubSettings:
    """The settings with some given otherwise, as by options of a command; SettingsRefused for a wrong one."""
    checked: dict[str, Any] = {
        name: _checked(name, value, f"the option --{name.replace('_', '-')}") for name, value in given.items()
    }
    return _whole(replace(settings, **checked), None)


def _parsed(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        content = path.read_bytes()
        if len(content) > _MOST_BYTES:
            raise _wrong(str(path), f"is larger than {_MOST_BYTES // 1024} KB, which no settings file is")
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except OSError as error:
        raise _wrong(str(path), f"can't be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _wrong(str(path), f"can't be read: byte {error.start + 1} is no UTF-8 text") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _wrong(str(path), f"is no TOML: {error}") from error


def _plain(name: str, text: str) -> object:
    """A value of the environment, which is always text, as the setting takes it."""
    hint = _HINTS.get(name)
    if hint is bool:
        return {"true": True, "1": True, "false": False, "0": False, "": False}.get(
            text.strip().lower(), text
        )
    if hint is int and re.fullmatch(r"\s*\d{1,9}\s*", text):
        return int(text)
    return text


def _checked(name: str, value: object, place: str) -> object:
    about = _ABOUTS.get(name)
    if about is None:
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        raise _wrong(place, f"names a setting “{shown}”, which there is not")
    hint = _HINTS[name]
    fits = value in choices if (choices := get_args(hint)) else type(value) is hint
    if fits and isinstance(value, int) and about.get("least") is not None:
        fits = about["least"] <= value <= about["most"]
    if not fits:
        raise _wrong(place, f"has a wrong value: {name} takes {about['about']}")
    return value


def _whole(settings: HubSettings, path: Path | None) -> HubSettings:
    """What one setting demands of another."""
    place = str(path) if path is not None else "the environment"
    if not settings.database.strip():
        raise _wrong(place, f"names no database; database is {_ABOUTS['database']['about']}")
    if bool(settings.tls_cert) != bool(settings.tls_key):
        raise _wrong(place, "gives one of tls_cert and tls_key; TLS needs both")
    if bool(settings.s3_key_id) != bool(settings.s3_secret):
        raise _wrong(place, "gives one of s3_key_id and s3_secret; the key to a bucket needs both")
    if settings.s3_bucket and not settings.files and is_server(settings.database):
        raise _wrong(place, "names s3_bucket and no files; what is on its way to the bucket needs a folder")
    if bool(settings.oidc_issuer) != bool(settings.oidc_client_id):
        raise _wrong(place, "gives one of oidc_issuer and oidc_client_id; single sign-on needs both")
    return settings


def _wrong(place: str, what: str) -> SettingsRefused:
    return SettingsRefused(f"The hub's settings can't be used: {place} {what}.")


def _line_of(text: str, name: str) -> str:
    """`, line 3,` where the setting stands in the file; nothing where it can't be told."""
    key = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
    for number, line in enumerate(text.split("\n"), 1):
        if key.match(line):
            return f", line {number},"
    return ""


def is_server(database: str) -> bool:
    """Whether the database is a PostgreSQL server's, and not a file."""
    return bool(re.match(r"postgres(?:ql)?(?:\+psycopg)?://", database))


def server_url(database: str) -> str:
    """The URL as SQLAlchemy's driver takes it."""
    return re.sub(r"^postgres(?:ql)?(?:\+psycopg)?://", "postgresql+psycopg://", database)
