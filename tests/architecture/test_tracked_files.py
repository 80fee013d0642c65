"""No file of the project names a package host or one person's machine."""

import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import ROOT, files

# Each pattern is written so that it does not match itself.
_PLACES = (
    re.compile(r"py[p]i\b(?!-)|pythonho[s]ted|npm[j]s\b|ana[c]onda|arti[f]actory|dev[p]i\b", re.IGNORECASE),
    re.compile(r"--(?:extra-)?index[-]url|--find[-]links|--trusted[-]host"),
    re.compile(r"(?<![\w.:/-])/(?:wor[k]|roo[t]|opt/whee[l]s|opt/py[p]i)\b|[A-Z]:\\+User[s]\\"),
    re.compile(r"(?<![\w.:/-])/(?:hom[e]|User[s])/\w"),
)


def places_named(text: str) -> Iterator[str]:
    """Package hosts and paths of one machine that a text names."""
    return (found.group() for pattern in _PLACES for found in pattern.finditer(text))


def test_no_file_names_a_package_host_or_a_machine() -> None:
    findings = []
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        findings += [f"{path.relative_to(ROOT)}: {place}" for place in places_named(text)]
    assert findings == []


@pytest.mark.parametrize(
    "dotted",
    [
        "https://py·pi.org/simple",
        "files.python·hosted.org",
        "--index·-url x",
        "see /wo·rk/main",
        "(/ro·ot/venv)",
        "/ho·me/ann",
    ],
)
def test_a_named_host_or_machine_is_found(dotted: str) -> None:
    assert list(places_named(dotted.replace("·", ""))) != []


def test_addresses_and_options_are_left_alone() -> None:
    harmless = "https://desk.example/wo·rk/1 --index x, network/wo·rk, C:/desk".replace("·", "")
    assert list(places_named(harmless)) == []
