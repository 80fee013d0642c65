"""The worked examples of the vendors' rules (`policy_examples.json`), as the tests of the rules pick them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_EXAMPLES = json.loads((Path(__file__).parent / "policy_examples.json").read_text(encoding="utf-8"))


def examples(vendor: str, part: str = "cases", *, kind: str | None = None) -> list[Any]:
    """The examples of one vendor: a part of them, and of the cases those of one kind. Never none."""
    found: Any = _EXAMPLES[vendor][part]
    if kind is not None:
        found = [case for case in found if case["kind"] == kind]
    assert found, f"no examples: {vendor} {part} {kind}"
    return list(found)


def example(case_id: str) -> dict[str, Any]:
    """The one case with this id."""
    (found,) = [
        case
        for vendor in _EXAMPLES.values()
        if "cases" in vendor
        for case in vendor["cases"]
        if case["id"] == case_id
    ]
    return dict(found)


def ids_of(vendor: str) -> set[str]:
    """The ids of all cases of one vendor."""
    return {case["id"] for case in _EXAMPLES[vendor]["cases"]}
