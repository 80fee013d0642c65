"""A support policy as a TOML text: accepted whole, or refused with all that is wrong; finding files is not its part."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.consistency import check_consistency
from supportdesk.rules.policies.policy import Policy
from supportdesk.rules.policies.problem import PolicyProblem, Problems
from supportdesk.rules.policies.reader import Section
from supportdesk.rules.policies.schema import read_policy
from supportdesk.rules.policies.toml_lines import key_lines

__all__ = ["PolicyCheck", "PolicyProblem", "PolicyRefused", "check_policy", "load_policy"]

MOST_CHARACTERS = 256 * 1024
LONGEST_LINE = 8 * 1024
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class PolicyCheck:
    """What checking a file came to: a policy and no problems, or no policy and all its problems."""

    source: str
    policy: Policy | None
    problems: tuple[PolicyProblem, ...]


class PolicyRefused(KnownError):
    """A policy file can't be used. `problems` lists all that is wrong with it, from the top to the end."""

    def __init__(self, source: str, problems: tuple[PolicyProblem, ...]) -> None:
        count = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(
            f"The support policy {source} was not loaded: {count}.",
            "\n".join(str(problem) for problem in problems),
            "Correct the file and load it again; until then nothing of it counts.",
        )
        self.source = source
        self.problems = problems


def load_policy(text: str | bytes, source: str) -> Policy:
    """The policy that this TOML text describes. Raises PolicyRefused with every problem; `source` names the file."""
    check = check_policy(text, source)
    if check.policy is None:
        raise PolicyRefused(source, check.problems)
    return check.policy


def check_policy(text: str | bytes, source: str) -> PolicyCheck:
    """Check a policy file whole, whatever it holds; never raises. Bytes are read as UTF-8."""
    decoded = _decoded(text)
    if isinstance(decoded, PolicyProblem):
        return PolicyCheck(source, None, (decoded,))
    values = _parsed(decoded)
    if isinstance(values, PolicyProblem):
        return PolicyCheck(source, None, (values,))
    problems = Problems(key_lines(decoded))
    policy = read_policy(Section(values, (), problems, None), decoded)
    check_consistency(policy, problems)
    found = problems.in_order()
    return PolicyCheck(source, None if found else policy, found)


def _decoded(text: str | bytes) -> str | PolicyProblem:
    if len(text) > MOST_CHARACTERS:
        return PolicyProblem(
            None, "", f"The file is {len(text) // 1024} KB long.", f"{MOST_CHARACTERS // 1024} KB at most."
        )
    # Encoding a text that came decoded finds halves of characters, which no file can hold.
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        decoded = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return PolicyProblem(line, "", "The file is not written in UTF-8.", "Save it as UTF-8.")
    # Some editors mark a file as UTF-8 by a first character that TOML does not know.
    return decoded.removeprefix("\ufeff")


def _parsed(text: str) -> dict[str, object] | PolicyProblem:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            return PolicyProblem(
                number, "", "This line is too long to read.", f"{LONGEST_LINE} characters at most."
            )
    try:
        return tomllib.loads(text, parse_float=_figure)
    except tomllib.TOMLDecodeError as error:
        return _syntax_problem(str(error), text)
    except RecursionError:
        return PolicyProblem(None, "", "The file is nested too deeply to read.", "A few levels are enough.")
    except ValueError:
        # A whole number of thousands of digits passes the grammar, but Python refuses to make it.
        return PolicyProblem(None, "", "The file holds a number that can't be read.", "Ordinary figures.")


def _figure(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _syntax_problem(message: str, text: str) -> PolicyProblem:
    place = _PLACE.search(message)
    what = _PLACE.sub("", message)
    line = None
    if place is not None:
        line = int(place[1]) if place[1] else text.count("\n") + 1
        what += f" (column {place[2]})" if place[2] else " (at the end of the file)"
    return PolicyProblem(
        line, "", f"This is not TOML: {what}.", "See toml.io for how such a file is written."
    )
