"""The words of `supportdesk hub`: each does what it says, on a hub in a file, and refuses in a sentence."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from supportdesk.app.cli import main
from supportdesk.config.hub_settings import HubSettings
from supportdesk.config.paths import resources
from supportdesk.hub.hub import open_hub
from supportdesk.hub.signing_in import log_in
from supportdesk.protocol.accounts import LogIn, NewDevice
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.store import migrate
from supportdesk.store.store import Store

PASSWORD = "a long enough password"
INIT = ("init", "--name", "Amina", "--login", "Amina@example.org", "--time-zone", "Europe/Paris")


class Desk:
    """Somebody at the hub's command line."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.database = folder / "hub.db"
        self._patch, self._capsys = monkeypatch, capsys
        monkeypatch.setenv("SUPPORTDESK_HUB_DATABASE", str(self.database))
        monkeypatch.setenv("SUPPORTDESK_HUB_ARGON2_MEMORY_KIB", "8192")
        monkeypatch.setenv("SUPPORTDESK_HUB_ARGON2_PASSES", "1")

    def says(self, *words: str, give: str = PASSWORD) -> tuple[int, str, str]:
        """Exit status, output and errors of a command; `give` is its standard input."""
        self._patch.setattr(sys, "stdin", io.StringIO(give))
        self._capsys.readouterr()
        status = main(["hub", *words])
        told = self._capsys.readouterr()
        return status, told.out, told.err

    def does(self, *words: str, give: str = PASSWORD) -> str:
        """The output of a command that is done."""
        status, out, err = self.says(*words, give=give)
        assert (status, err) == (0, "")
        return out

    def json(self, *words: str) -> Any:  # noqa: ANN401 - whatever the command tells
        return json.loads(self.does(*words, "--json"))

    def enters(self, login: str, password: str = PASSWORD) -> str | None:
        """The id of the device that this person signs in from; None where they are refused."""
        settings = HubSettings(database=str(self.database), argon2_memory_kib=8192, argon2_passes=1)
        hub = open_hub(settings)
        try:
            said = LogIn(login=login, password=password, device=NewDevice(name="laptop", platform="Linux"))
            return str(log_in(hub, said, "192.0.2.1").device_id)
        except Exception:  # noqa: BLE001 - refused, for whichever reason
            return None
        finally:
            hub.store.close()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A hub that was set up."""
    made = Desk(tmp_path, monkeypatch, capsys)
    made.does(*INIT, "--policy", "sage", "--policy", "sparkrock")
    return made


def test_a_hub_is_set_up_once(desk: Desk) -> None:
    assert desk.enters("amina@example.org") is not None
    assert [each["code"] for each in desk.json("policy", "list")] == ["sage", "sparkrock"]
    (branch,) = desk.json("branch", "list")
    assert (branch["kind"], branch["time_zone"]) == ("central", "Europe/Paris")
    before = desk.json("user", "list")
    status, out, err = desk.says(*INIT)
    assert (status, out) == (1, "")
    assert err.startswith("This hub has been set up before. Nothing was written.")
    assert desk.json("user", "list") == before
    assert [each["act"] for each in desk.json("audit")].count("hub.init") == 1


def test_all_shipped_policies_are_installed_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, monkeypatch, capsys)
    desk.does(*INIT)
    assert len(desk.json("policy", "list")) == len(built_in_policies()) > 3


@pytest.mark.parametrize(
    ("words", "give", "told"),
    [
        (("--policy", "nonsense"), PASSWORD, "no policy “nonsense”"),
        ((), "short", "has 5 characters"),
        ((), "", "The password is empty"),
        (("--branch", " "), PASSWORD, "name is missing"),
        (("--time-zone", "Mars/Olympus"), PASSWORD, "Mars/Olympus"),
        (("--password-file", "/no/such/file"), PASSWORD, "/no/such/file"),
    ],
)
def test_a_hub_that_could_not_be_set_up_can_be_set_up_afterwards(
    words: tuple[str, ...],
    give: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk = Desk(tmp_path, monkeypatch, capsys)
    status, _, err = desk.says(*INIT, "--policy", "sage", *words, give=give)
    assert status == 1
    assert told in err
    desk.does(*INIT, "--policy", "sage")


def test_a_branch_gets_the_letterhead_of_its_reports(desk: Desk, tmp_path: Path) -> None:
    lyon = desk.json("branch", "add", "Lyon", "--kind", "agency", "--time-zone", "Europe/Paris")["id"]
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0")
    desk.does(
        "branch", "edit", lyon, "--address", "8, quai Perrache", "--logo", str(logo), "--colour", "#102030"
    )
    assert [each["address"] for each in desk.json("branch", "list") if each["id"] == lyon] == [
        "8, quai Perrache"
    ]
    logo.write_text("no picture")
    assert desk.says("branch", "edit", lyon, "--logo", str(logo))[0] == 1


def test_people_are_added_changed_and_shut_out(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD} of Ben\n", encoding="utf-8")
    desk.does(
        "user", "add", "Ben", "--name", "Ben", "--role", "manager", "--password-file", str(file), give=""
    )
    assert desk.enters("ben", f"{PASSWORD} of Ben") is not None
    lyon = desk.json("branch", "add", "Lyon", "--kind", "agency", "--time-zone", "Europe/Paris")["id"]
    desk.does("user", "branch", "ben", lyon)
    desk.does("user", "roles", "ben", "support_officer", "consultant")
    found = {each["login"]: each for each in desk.json("user", "list")}
    assert (found["ben"]["branch"], found["ben"]["roles"]) == ("Lyon", ["consultant", "support_officer"])
    desk.does("user", "branch", "ben", "none")
    desk.does("user", "password", "ben")
    assert desk.enters("ben", f"{PASSWORD} of Ben") is None
    assert desk.enters("ben") is not None
    desk.does("user", "disable", "ben")
    assert desk.enters("ben") is None
    desk.does("user", "enable", "ben")
    assert desk.enters("ben") is not None
    acts = [each["act"] for each in reversed(desk.json("audit", "--limit", "100"))]
    assert [act for act in acts if act.startswith(("user.", "branch."))] == [
        "user.add",
        "branch.add",
        "user.branch",
        "user.roles",
        "user.branch",
        "user.password",
        "user.disable",
        "user.enable",
    ]
    assert PASSWORD not in desk.does("audit")


def test_somebody_without_a_password_can_not_sign_in_by_one(desk: Desk) -> None:
    desk.does("user", "add", "eve", "--name", "Eve", "--role", "manager", "--without-password", give="")
    assert desk.enters("eve", "") is None
    status, _, err = desk.says("user", "subject", "eve", "u-1")
    assert (status, "no single sign-on" in err) == (1, True)


def test_branches_are_changed(desk: Desk) -> None:
    lyon = desk.json("branch", "add", "Lyon", "--kind", "agency", "--time-zone", "UTC", "--country", "FR")[
        "id"
    ]
    desk.does("branch", "edit", lyon, "--name", "Lyon Est", "--time-zone", "Europe/Paris")
    found = {each["id"]: each for each in desk.json("branch", "list")}[lyon]
    assert (found["name"], found["time_zone"], found["country"]) == ("Lyon Est", "Europe/Paris", "FR")
    status, _, err = desk.says("branch", "edit", lyon)
    assert (status, err.startswith("Nothing is to be changed.")) == (1, True)


def test_devices_and_sessions_are_listed_and_ended(desk: Desk) -> None:
    device = desk.enters("amina@example.org")
    assert device is not None
    (listed,) = desk.json("device", "list")
    assert (listed["id"], listed["state"], listed["name"]) == (device, "active", "laptop")
    assert "secret_hash" not in listed
    (session,) = desk.json("token", "list")
    assert (session["device_id"], session["login"]) == (device, "amina@example.org")
    assert not {"access_hash", "refresh_hash", "salt"} & set(session)
    desk.does("token", "revoke", session["id"])
    assert desk.json("token", "list") == []
    assert desk.says("token", "revoke", session["id"])[0] == 1
    desk.does("device", "revoke", device, "--lost")
    assert desk.json("device", "list")[0]["state"] == "lost"


def test_policies_are_installed_by_code_and_by_file_and_never_twice(desk: Desk, tmp_path: Path) -> None:
    desk.does("policy", "install", "synergy")
    source = (resources() / "policies" / "sage.toml").read_text(encoding="utf-8")
    assert "\nversion = 1\n" in source
    newer = tmp_path / "sage.toml"
    newer.write_text(source.replace("\nversion = 1\n", "\nversion = 2\n"), encoding="utf-8")
    desk.does("policy", "install", str(newer))
    found = [(each["code"], each["version"]) for each in desk.json("policy", "list")]
    assert found == [("sage", 1), ("sparkrock", 1), ("synergy", 1), ("sage", 2)]
    for again in ("synergy", str(newer)):
        status, _, err = desk.says("policy", "install", again)
        assert (status, "newest version" in err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("user", "disable", "nobody"),
        ("user", "disable", "amina@example.org"),
        ("user", "add", "amina@example.org", "--name", "A", "--role", "manager"),
        ("user", "add", "x", "--name", "X", "--role", "king"),
        ("user", "branch", "amina@example.org", "Lyon"),
        ("device", "revoke", "00000000-0000-7000-8000-000000000000"),
        ("branch", "add", "Another", "--kind", "central", "--time-zone", "UTC"),
        ("serve", "--port", "99999"),
        ("serve", "--workers", "2"),
        ("user", "list", "--config", "/no/such/file"),
    ],
    ids=" ".join,
)
def test_what_can_not_be_done_is_refused_in_a_sentence(desk: Desk, words: tuple[str, ...]) -> None:
    before = desk.json("user", "list")
    status, out, err = desk.says(*words)
    assert (status, out) == (1, "")
    assert err.strip().endswith(".")
    assert desk.json("user", "list") == before


def test_a_list_is_a_table_for_people(desk: Desk) -> None:
    heading, amina = desk.does("user", "list").splitlines()
    assert heading.split() == ["login", "name", "roles", "branch", "active"]
    assert amina.startswith("amina@example.org  Amina")


def test_a_desks_own_database_is_not_made_a_hub(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, monkeypatch, capsys)
    store = Store.open(desk.database, None, create=True)
    migrate.upgrade(store)
    store.close()
    for words in (INIT, ("user", "list")):
        status, _, err = desk.says(*words)
        assert (status, "Nothing" in err) == (1, True)
    store = Store.open(desk.database, None)
    assert store.side == "alone"
    store.close()


def test_no_password_is_taken_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("init",), ("user", "add"), ("user", "password")):
        with pytest.raises(SystemExit):
            main(["hub", *words, "--help"])
        assert "--password " not in capsys.readouterr().out.replace("--password-file", "")


def test_other_words_do_not_load_the_hub() -> None:
    asked = (
        "import sys; from supportdesk.app.cli import main; main(['policy', 'list']);"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'fastapi', 'starlette', 'uvicorn', 'argon2', 'jwt', 'msgspec', 'prometheus_client', 'pydantic', 'requests'}))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
