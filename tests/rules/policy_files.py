"""The five policy files as texts and as policies, for the tests of the rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from supportdesk.rules.policies.file import load_policy
from supportdesk.rules.policies.policy import Policy

FOLDER = Path(__file__).parents[2] / "resources" / "policies"
CODES = ("onyxpro", "sage", "sapphireone", "sparkrock", "synergy")


def policy_text(code: str) -> str:
    return (FOLDER / f"{code}.toml").read_text(encoding="utf-8")


@cache
def policy(code: str) -> Policy:
    return load_policy(policy_text(code), f"{code}.toml")
