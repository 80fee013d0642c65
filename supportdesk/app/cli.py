"""The command line: which words and options there are; what each command does lives in its own module."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk import __version__
from supportdesk.config.paths import Profile, default_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk.domain.errors import KnownError

# Each command's module is imported when it is called: what `policy` needs must not slow the first window.
# ruff: noqa: PLC0415


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status: 0 done, 1 refused or found wanting, 2 input that can't be read."""
    options = _parser().parse_args(arguments)
    from supportdesk.domain.errors import KnownError

    try:
        status: int = options.run(options)
    except KnownError as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        sys.stderr.close()
        return 1
    except OSError as error:
        print(str(_out_of_reach(error)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _out_of_reach(error: OSError) -> KnownError:
    from supportdesk.domain.errors import KnownError

    place = f"{error.filename} can't be used" if error.filename else "A file can't be used"
    return KnownError(
        f"{place}: {error.strerror or error}.",
        "What was begun was not finished.",
        "Make room or allow access there, or name another place.",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="supportdesk", description="A desk for support cases that works without a network."
    )
    parser.add_argument("--version", action="version", version=f"supportdesk {__version__}")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="the folder of this desk's data (default: the user's own)"
    )
    parser.set_defaults(run=_open_desk)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("demo", help="a fresh desk with an invented world of some 2,000 cases")
    demo.add_argument("--screens", type=Path, metavar="DIR", help="render the screens to PNG files and end")
    demo.add_argument("--seed", type=int, default=1, help="another world (default: 1)")
    demo.add_argument("--cases", type=int, default=2000, metavar="N", help="how many cases (default: 2000)")
    demo.set_defaults(run=_demo)

    bring = commands.add_parser(
        "import", help="bring in the export of another help desk (CSV, JSON, gz, zip)"
    )
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--policy", help="the policy that the cases come under (default: the desk's)")
    bring.add_argument("--time-zone", help="the zone of times without an offset (default: the desk's)")
    bring.add_argument(
        "--mapping", type=Path, metavar="FILE", help="a mapping saved as JSON, instead of a guess"
    )
    bring.add_argument(
        "--preview", action="store_true", help="show what would be imported and print the mapping"
    )
    bring.set_defaults(run=_import)

    policy = commands.add_parser("policy", help="list, show, check or explain support policies")
    acts = policy.add_subparsers(metavar="ACT", required=True)
    acts.add_parser("list", help="the policies that come with the program").set_defaults(run=_policy_list)
    show = acts.add_parser("show", help="a policy's file")
    show.add_argument("policy", metavar="POLICY")
    show.set_defaults(run=_policy_show)
    check = acts.add_parser("check", help="everything that is wrong in a policy file")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(run=_policy_check)
    explain = acts.add_parser("explain", help="deadlines, stages and closings of cases told as JSON")
    explain.add_argument("policy", metavar="POLICY", help="a policy's code, or a policy file")
    explain.add_argument("file", nargs="?", metavar="FILE", help="a JSON array (default: standard input)")
    explain.set_defaults(run=_policy_explain)

    calendar = commands.add_parser("calendar", help="business time of calendars given as JSON")
    calendar.add_argument("file", nargs="?", metavar="FILE", help="a JSON array (default: standard input)")
    calendar.set_defaults(run=_calendar)

    doctor = commands.add_parser("doctor", help="look at this desk's files, keyring, display and fonts")
    doctor.set_defaults(run=_doctor)
    return parser


def profile_of(options: argparse.Namespace) -> Profile:
    """The profile that was asked for."""
    return Profile(options.profile.expanduser().resolve()) if options.profile else default_profile()


def _open_desk(options: argparse.Namespace) -> int:
    from supportdesk.app.window import open_desk

    return open_desk(profile_of(options))


def _demo(options: argparse.Namespace) -> int:
    from supportdesk.app.demo import run_demo

    return run_demo(options.profile, options.screens, seed=options.seed, cases=options.cases)


def _import(options: argparse.Namespace) -> int:
    from supportdesk.app.import_command import run_import

    return run_import(profile_of(options), options)


def _policy_list(_options: argparse.Namespace) -> int:
    from supportdesk.app.policy_commands import list_policies

    return list_policies()


def _policy_show(options: argparse.Namespace) -> int:
    from supportdesk.app.policy_commands import show_policy

    return show_policy(options.policy)


def _policy_check(options: argparse.Namespace) -> int:
    from supportdesk.app.policy_commands import check_file

    return check_file(options.file)


def _policy_explain(options: argparse.Namespace) -> int:
    from supportdesk.app.policy_commands import explain

    return explain(options.policy, options.file)


def _calendar(options: argparse.Namespace) -> int:
    from supportdesk.app.json_commands import run_json_command
    from supportdesk.rules.calendars.json_items import run_calendar_items

    return run_json_command(options.file, run_calendar_items)


def _doctor(options: argparse.Namespace) -> int:
    from supportdesk.app.doctor import examine

    return examine(profile_of(options))
