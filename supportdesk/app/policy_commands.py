"""The `policy` commands: what is built in, what a file says, what is wrong in it, and what it does to a case."""

from __future__ import annotations

import sys
from pathlib import Path

from supportdesk.app import streams
from supportdesk.app.json_commands import UNREADABLE, run_json_command
from supportdesk.config.paths import resources
from supportdesk.domain.errors import KnownError
from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.cases.explain import run_policy_explain
from supportdesk.rules.policies.file import PolicyRefused, check_policy, load_policy
from supportdesk.rules.policies.policy import Policy

_FALLBACK = "en"
_LARGEST = 16 * 1024 * 1024


def _folder() -> Path:
    return resources() / "policies"


def _codes() -> list[str]:
    return sorted(file.stem for file in _folder().glob("*.toml"))


def _file_of(name: str) -> Path:
    """The file of a built-in policy, or the path given; KnownError if there is neither."""
    built_in = _folder() / f"{name}.toml"
    if name in _codes():
        return built_in
    path = Path(name)
    if path.is_file():
        return path
    raise KnownError(
        f"There is no policy “{name}” and no such file.",
        f"The policies that come with the program are {', '.join(_codes())}.",
        "Name one of them or a policy file.",
    )


def _read(path: Path) -> bytes:
    """The file's bytes, up to more than any policy could need; the check says what is wrong with them."""
    with path.open("rb") as file:
        return file.read(_LARGEST)


def _load(name: str) -> Policy:
    path = _file_of(name)
    return load_policy(_read(path), path.name)


def list_policies(language: str | None = None) -> int:
    """One line for each built-in policy: code, version, since when, name – all in one language.

    That is the one asked for, else the system's, else English; standard error says which. A policy that does not
    have it says in brackets which language it is told in instead.
    """
    policies, refused = [], 0
    for code in _codes():
        try:
            policies.append(_load(code))
        except PolicyRefused as error:
            refused = 1
            print(error, file=sys.stderr)
    wanted = _base(language if language is not None else _system_language())
    spoken = {each for policy in policies for each, _ in policy.name.texts}
    told = wanted if wanted in spoken else _FALLBACK
    if language is not None and told != wanted:
        print(f"No policy here has names in “{language}”.", file=sys.stderr)
    print(f"Names in {told}; there are {', '.join(sorted(spoken))} (--language).", file=sys.stderr)
    for policy in policies:
        found = _nearest(policy.name, told)
        print(
            f"{policy.code:<14} version {policy.version}, from {policy.effective_from.isoformat()}: "
            f"{policy.name.in_language(found)} – {policy.summary.in_language(found)}"
            + ("" if found == told else f" ({found})")
        )
    return refused


def _nearest(text: LocalisedText, language: str) -> str:
    """This language, else English, else the one in which the text was written."""
    texts = dict(text.texts)
    return next((each for each in (language, _FALLBACK) if each in texts), text.texts[0][0])


def _base(language: str) -> str:
    return language.replace("-", "_").split("_", maxsplit=1)[0].lower()


def _system_language() -> str:
    try:
        from PySide6.QtCore import QLocale  # noqa: PLC0415 - only where the system's language counts
    except ImportError:
        return _FALLBACK
    return QLocale.system().uiLanguages()[0]


def show_policy(name: str) -> int:
    """The policy's file as it is, comments and all."""
    streams.write_bytes(_read(_file_of(name)))
    return 0


def check_file(path: Path) -> int:
    """Everything that is wrong in a policy file, a line each; 0 when nothing is, 2 when it can't be read."""
    try:
        text = _read(path)
    except OSError as error:
        print(f"{path}: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
    check = check_policy(text, path.name)
    for problem in check.problems:
        print(str(problem))
    if check.policy is None:
        count = len(check.problems)
        print(f"{path.name}: {count} problem{'s' if count != 1 else ''}; nothing was loaded", file=sys.stderr)
        return 1
    print(f"{path.name}: {check.policy.code} version {check.policy.version}, nothing wrong")
    return 0


def explain(name: str, file: str | None) -> int:
    """What the policy makes of cases told as JSON; the form is that of `run_policy_explain`."""
    policy = _load(name)
    return run_json_command(file, lambda items: run_policy_explain(policy, items))
