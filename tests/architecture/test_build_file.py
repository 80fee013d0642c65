"""The build file, run without the packer: what it names exists, and what it packs is what the desk reads."""

import importlib
import subprocess
import sys
import types
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT

# What the desk opens beside its modules, and libraries beside theirs: names of holidays, signatures of files, fonts.
_OF_LIBRARIES = {"holidays", "puremagic", "fontpkg_inter", "fontpkg_ibm_plex_sans_arabic"}
PACKED = {"resources", "translations", "supportdesk/store/migrations", *_OF_LIBRARIES}


class _Recorder:
    """Stands where the packer's classes stand and keeps what they are given."""

    def __init__(self) -> None:
        self.given: dict[str, Mapping[str, Any]] = {}
        self.consoles: dict[str, bool] = {}
        self.scripts: list[str] = []

    def named(self, name: str) -> Any:  # noqa: ANN401 - it stands for five classes
        def keep(*arguments: object, **options: object) -> types.SimpleNamespace:
            self.given[name] = options
            if name == "Analysis":
                assert isinstance(arguments[0], list)
                self.scripts = arguments[0]
            if name == "EXE":
                self.consoles[str(options["name"])] = bool(options["console"])
            return types.SimpleNamespace(pure=[], scripts=[], binaries=[], datas=[])

        return keep


def _pack(platform: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> _Recorder:
    hooks = types.ModuleType("PyInstaller.utils.hooks")
    vars(hooks).update(
        collect_submodules=lambda name: [name],
        collect_data_files=lambda name: [
            (str(Path(importlib.import_module(name).__file__ or "").parent), name)
        ],
        copy_metadata=lambda _: [],
    )
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    recorder = _Recorder()
    names = {name: recorder.named(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    source = (ROOT / "build.spec").read_text(encoding="utf-8")
    with monkeypatch.context() as patched:
        if platform != sys.platform:
            # Another system's lrelease is not here; its own build runs it.
            patched.setattr(subprocess, "run", lambda *_, **__: None)
        patched.setattr(sys, "platform", platform)
        exec(compile(source, "build.spec", "exec"), names | {"SPECPATH": str(ROOT), "workpath": str(folder)})
    return recorder


def test_what_the_build_file_names_exists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = _pack(sys.platform, tmp_path, monkeypatch)
    datas = recorder.given["Analysis"]["datas"]
    assert {target for _, target in datas} == PACKED
    assert [source for source, _ in datas if not Path(source).is_dir()] == []
    assert [script for script in recorder.scripts if not Path(script).is_file()] == []


def test_the_texts_are_built_with_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pack(sys.platform, tmp_path, monkeypatch)
    sources = {path.stem for path in (ROOT / "translations").glob("*.ts")}
    assert {path.stem for path in (tmp_path / "translations").glob("*.qm")} == sources


@pytest.mark.parametrize(
    ("platform", "consoles"),
    [
        ("win32", {"Support Desk": False, "supportdesk": True}),
        ("darwin", {"supportdesk": False}),
        ("linux", {"supportdesk": False}),
    ],
)
def test_windows_gets_a_window_and_a_command(
    platform: str, consoles: dict[str, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _pack(platform, tmp_path, monkeypatch).consoles == consoles


def test_the_app_of_macos_opens_links_to_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = _pack("darwin", tmp_path, monkeypatch)
    (kind,) = recorder.given["BUNDLE"]["info_plist"]["CFBundleURLTypes"]
    assert kind["CFBundleURLSchemes"] == ["supportdesk"]
    assert "BUNDLE" not in _pack("linux", tmp_path, monkeypatch).given
