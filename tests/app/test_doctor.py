"""The doctor: what it finds whole, what it finds wrong, and that it changes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from supportdesk.app import bootstrap, doctor
from supportdesk.app.bootstrap import NewProfile
from supportdesk.app.doctor import Finding, Level
from supportdesk.config.paths import Profile
from tests.conftest import KeyringInMemory


def _profile(folder: Path, encryption: str, passphrase: str = "") -> Profile:
    profile = Profile(folder / "profile")
    new = NewProfile(
        encryption,  # type: ignore[arg-type]  # one of the three, by the tests below
        "Nadia Karim", "", "Berlin", "Europe/Berlin", "sage", passphrase=passphrase,
    )  # fmt: skip
    bootstrap.create_profile(profile, new).store.close()
    return profile


def _worst(profile: Profile) -> dict[Level, list[Finding]]:
    found = list(doctor.findings(profile))
    return {level: [finding for finding in found if finding.level is level] for level in Level}


def _texts(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


def test_a_sound_machine_without_a_profile_has_nothing_to_repair_and_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    done = subprocess.run(
        [sys.executable, "-m", "supportdesk", "--profile", str(folder), "doctor"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    lines = done.stdout.splitlines()
    assert {line.split()[0] for line in lines} <= {"ok", "warn"}
    for part in ("Python 3.", "Qt 6.", "time zones", "sparkrock", "MiB free", "no desk has been set up"):
        assert part in done.stdout
    if sys.platform == "linux":
        assert "fonts with Arabic letters" in done.stdout
    assert not folder.exists()


@pytest.mark.parametrize(
    ("version", "python", "level"),
    [
        ("6.11.3", (3, 11), Level.OK),
        ("6.12.0", (3, 11), Level.FAIL),
        ("6.12.1", (3, 12), Level.OK),
        ("7.0.0", (3, 11), Level.FAIL),
        ("6.11.9", (3, 14), Level.OK),
    ],
)
def test_a_qt_that_ends_this_python_is_found(version: str, python: tuple[int, int], level: Level) -> None:
    assert doctor.qt_release(version, python).level is level


def test_a_sound_desk_is_opened_and_read_to_the_end(
    tmp_path: Path, keyring_in_memory: KeyringInMemory, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = _profile(tmp_path, "keyring")
    kept = dict(keyring_in_memory.secrets)
    assert doctor.examine(profile) == 0
    said = capsys.readouterr().out
    for part in ("encrypted", "schema 0", "holds together", "keyring that keeps secrets"):
        assert part in said
    assert keyring_in_memory.secrets == kept
    (key,) = kept.values()
    assert key not in said


def test_a_lost_key_is_found_and_none_is_made(
    tmp_path: Path, keyring_in_memory: KeyringInMemory, qapp: object
) -> None:
    profile = _profile(tmp_path, "keyring")
    keyring_in_memory.secrets.clear()
    assert "holds no key" in _texts(_worst(profile)[Level.FAIL])
    assert keyring_in_memory.secrets == {}


def test_a_damaged_file_is_found(tmp_path: Path, qapp: object) -> None:
    profile = _profile(tmp_path, "off")
    whole = profile.database.read_bytes()
    profile.database.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    assert doctor.examine(profile) == 1
    profile.database.write_bytes(b"rubbish" * 1000)
    assert "not a desk's file" in _texts(_worst(profile)[Level.FAIL])


def test_a_file_that_a_newer_program_wrote_is_found(tmp_path: Path, qapp: object) -> None:
    profile = _profile(tmp_path, "off")
    opened = bootstrap.open_profile(profile)
    with opened.store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    opened.store.close()
    assert "newer version" in _texts(_worst(profile)[Level.FAIL])


def test_a_file_that_should_be_encrypted_and_is_not_is_found(
    tmp_path: Path, keyring_in_memory: KeyringInMemory, qapp: object
) -> None:
    profile = _profile(tmp_path, "off")
    profile.settings.write_text('encryption = "keyring"', "utf-8")
    assert "not encrypted" in _texts(_worst(profile)[Level.FAIL])


def test_a_profile_with_a_passphrase_is_left_closed(tmp_path: Path, qapp: object) -> None:
    found = _worst(_profile(tmp_path, "passphrase", "three blind mice"))
    assert found[Level.FAIL] == []
    assert "passphrase" in _texts(found[Level.WARN])


def test_settings_with_mistakes_are_named(tmp_path: Path, qapp: object) -> None:
    profile = _profile(tmp_path, "off")
    with profile.settings.open("a", encoding="utf-8") as file:
        file.write('\ntheme = "purple"\n')
    assert "theme takes" in _texts(_worst(profile)[Level.FAIL])
    profile.database.unlink()
    profile.settings.write_text('theme = "purple"\n', "utf-8")
    assert "theme takes" in _texts(_worst(profile)[Level.WARN])


def test_lost_settings_are_found_and_the_desk_is_not_looked_into(tmp_path: Path, qapp: object) -> None:
    profile = _profile(tmp_path, "off")
    profile.settings.unlink()
    (found,) = _worst(profile)[Level.FAIL]
    assert "settings.toml is missing" in found.text


def test_a_lost_database_is_found(tmp_path: Path, qapp: object) -> None:
    profile = _profile(tmp_path, "off")
    profile.database.unlink()
    assert "desk.db is missing" in _texts(_worst(profile)[Level.FAIL])


def test_a_folder_that_is_a_file_is_found(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "profile").write_text("not a folder", "utf-8")
    assert "may not write" in _texts(_worst(Profile(tmp_path / "profile"))[Level.FAIL])


def test_what_is_wrong_comes_with_what_to_do(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "profile").write_text("not a folder", "utf-8")
    for finding in doctor.findings(Profile(tmp_path / "profile")):
        assert finding.remedy or finding.level is Level.OK
