"""The command line: which words and options there are; what each command does lives in its own module."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from supportdesk import __version__
from supportdesk.app import streams
from supportdesk.app.branch_words import add_branch_acts
from supportdesk.app.hub_words import add_hub_words
from supportdesk.app.words import Commands, Word
from supportdesk.config.paths import Profile, default_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from supportdesk.domain.errors import KnownError

# Each command's module is imported when it is called: what `policy` needs must not slow the first window.
# ruff: noqa: PLC0415


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status: 0 done, 1 refused or found wanting, 2 input that can't be read."""
    streams.prepare()
    options = _parser().parse_args(arguments)
    from supportdesk.domain.errors import KnownError

    try:
        with _ended_in_order():
            status: int = options.run(options)
        streams.finish()
    except KnownError as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        streams.drop_output()
        return 1
    except OSError as error:
        streams.drop_output()
        print(str(_out_of_reach(error)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let a command that the system ends undo and clear away what it began, as one that a person interrupts does."""

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [getattr(signal, name) for name in names]
    before = {number: signal.signal(number, end) for number in numbers if _is_usual(number)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_usual(number: int) -> bool:
    """Whether the program would just end; only its first thread may say otherwise."""
    first = threading.current_thread() is threading.main_thread()
    return first and signal.getsignal(number) is signal.SIG_DFL


def _out_of_reach(error: OSError) -> KnownError:
    from supportdesk.domain.errors import KnownError

    place = (
        f"{error.filename} can't be used"
        if error.filename
        else "The output or a file can't be written or read"
    )
    return KnownError(
        f"{place}: {error.strerror or error}.",
        "What was begun was not finished.",
        "Make room or allow access there, or name another place.",
    )


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of a folder is empty")
    return Path(text)


def _profile_option(*, default: object) -> Word:
    """The option that goes before a command's word or after it; the later one counts."""
    parser = Word(add_help=False)
    parser.add_argument(
        "--profile",
        type=_folder,
        metavar="DIR",
        default=default,
        help="the folder of this desk's data (default: the user's own)",
    )
    return parser


def _parser() -> Word:
    parser = Word(
        prog="supportdesk",
        description="A desk for support cases that works without a network. Without a command it opens the desk.",
        epilog="`supportdesk COMMAND --help` tells more of a command; --profile may stand before or after its word.",
        usage="supportdesk [-h] [--version] [--profile DIR] [COMMAND ...]",
        parents=[_profile_option(default=None)],
    )
    parser.add_argument("--version", action="version", version=f"supportdesk {__version__}")
    parser.set_defaults(run=_open_desk)
    # Left out after the command, it must not undo what was said before it.
    anywhere = _profile_option(default=argparse.SUPPRESS)
    commands = Commands(
        parser.add_subparsers(title="commands", metavar="COMMAND", prog="supportdesk"),
        anywhere,
    )

    demo = commands.add("demo", "a fresh desk with an invented world of some 2,000 cases", _demo)
    demo.add_argument("--screens", type=Path, metavar="DIR", help="render the screens to PNG files and end")
    demo.add_argument("--seed", type=int, default=1, help="another world (default: 1)")
    demo.add_argument("--cases", type=int, default=2000, metavar="N", help="how many cases (default: 2000)")

    bring = commands.add(
        "import",
        "bring in the export of another help desk (CSV, JSON, gz, zip); no desk may be open",
        _import,
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
    _add_cases(commands, anywhere)
    _add_policy_acts(commands, anywhere)
    _add_visit_acts(commands, anywhere)
    _add_branch_acts(commands, anywhere)
    calendar = commands.add("calendar", "business time of calendars given as JSON", _calendar)
    calendar.add_argument("file", nargs="?", metavar="FILE", help="a JSON array (default: standard input)")
    commands.add("doctor", "look at this desk's files, keyring, display and fonts", _doctor)
    _add_hub_of_a_desk(commands)
    add_hub_words(commands)
    return parser


def _add_hub_of_a_desk(commands: Commands) -> None:
    join = commands.add("join", "set up a desk in a fresh folder that belongs to a hub", _join)
    join.add_argument("address", metavar="ADDRESS", help="the hub's, such as https://hub.example.com")
    join.add_argument("--login", required=True, help="as whom to sign in; the password is read or asked")
    join.add_argument("--device", default="", metavar="NAME", help="what this desk is called at the hub")
    join.add_argument(
        "--encryption",
        choices=("keyring", "passphrase", "off"),
        default="keyring",
        help="how the desk's file is locked (default: keyring)",
    )
    join.add_argument("--json", action="store_true", help="write one JSON document")
    sync = commands.add("sync", "exchange with the hub once: send, fetch, load; prints JSON", _sync)
    sync.add_argument("--login", help="sign in again as this person first; the password is read or asked")


def _add_cases(commands: Commands, anywhere: Word) -> None:
    def fill(case: Word) -> None:
        from supportdesk.app.case_options import JSON_HELP, add_case_acts

        case.formatter_class, case.epilog = argparse.RawDescriptionHelpFormatter, JSON_HELP
        plain = Word(add_help=False, parents=[anywhere])
        plain.add_argument("--json", action="store_true", help="write one JSON document; see `case --help`")
        acts = Commands(case.add_subparsers(title="acts", metavar="ACT", required=True, dest="act"), plain)
        add_case_acts(lambda word, about: acts.add(word, about, _case))

    commands.add("case", "log, read and handle cases, also while the desk is open", None).fill = fill


def _add_visit_acts(commands: Commands, anywhere: Word) -> None:
    visit = commands.add("visit", "visits and their reports: list, show, write the PDF, verify one", None)
    acts = Commands(visit.add_subparsers(title="acts", metavar="ACT", required=True), anywhere)
    verifying = acts.add(
        "verify", "say whether a report or its PDF is what was signed, and what differs", _verify
    )
    verifying.add_argument("file", type=Path, metavar="FILE")
    verifying.add_argument("--json", action="store_true", help="write one JSON document")

    def asking(word: str, about: str) -> Word:
        added = acts.add(word, about, _visit)
        added.set_defaults(act=word)
        added.add_argument("--json", action="store_true", help="write one JSON document")
        return added

    def fill(_visit: Word) -> None:
        from supportdesk.app.visit_desk_commands import add_visit_questions

        add_visit_questions(asking)

    visit.fill = fill


def _add_branch_acts(commands: Commands, anywhere: Word) -> None:
    branch = commands.add("branch", "the branches of this desk: list, edit", None)
    acts = Commands(branch.add_subparsers(title="acts", metavar="ACT", required=True, dest="act"), anywhere)

    def adding(word: str, about: str) -> Word:
        added = acts.add(word, about, _branch)
        added.add_argument("--json", action="store_true", help="write one JSON document")
        return added

    add_branch_acts(adding)


def _add_policy_acts(commands: Commands, anywhere: Word) -> None:
    policy = commands.add("policy", "list, show, check or explain support policies", None)
    acts = Commands(policy.add_subparsers(title="acts", metavar="ACT", required=True), anywhere)
    listing = acts.add("list", "the policies that come with the program", _policy_list)
    listing.add_argument(
        "--language",
        metavar="CODE",
        help="the language of their names, such as en or fr (default: the system's)",
    )
    show = acts.add("show", "a policy's file", _policy_show)
    show.add_argument("policy", metavar="POLICY")
    check = acts.add("check", "everything that is wrong in a policy file", _policy_check)
    check.add_argument("file", type=Path, metavar="FILE")
    explain = acts.add("explain", "deadlines, stages and closings of cases told as JSON", _policy_explain)
    explain.add_argument("policy", metavar="POLICY", help="a policy's code, or a policy file")
    explain.add_argument("file", nargs="?", metavar="FILE", help="a JSON array (default: standard input)")


def profile_of(options: argparse.Namespace) -> Profile:
    """The profile that was asked for."""
    return Profile(options.profile.expanduser().resolve()) if options.profile else default_profile()


def _open_desk(options: argparse.Namespace) -> int:
    from supportdesk.app.binding import leave_sources_unread

    leave_sources_unread()
    from supportdesk.app.window import open_desk

    return open_desk(profile_of(options))


def _demo(options: argparse.Namespace) -> int:
    from supportdesk.app.demo import run_demo

    return run_demo(options.profile, options.screens, seed=options.seed, cases=options.cases)


def _import(options: argparse.Namespace) -> int:
    from supportdesk.app.import_command import run_import

    return run_import(profile_of(options), options)


def _case(options: argparse.Namespace) -> int:
    from supportdesk.app.case_commands import run_case

    return run_case(profile_of(options), options)


def _join(options: argparse.Namespace) -> int:
    from supportdesk.app.sync_commands import run_join

    return run_join(profile_of(options), options)


def _sync(options: argparse.Namespace) -> int:
    from supportdesk.app.sync_commands import run_sync

    return run_sync(profile_of(options), options)


def _visit(options: argparse.Namespace) -> int:
    from supportdesk.app.visit_desk_commands import run_visit

    return run_visit(profile_of(options), options)


def _branch(options: argparse.Namespace) -> int:
    from supportdesk.app.branch_commands import run_branch

    return run_branch(profile_of(options), options)


def _verify(options: argparse.Namespace) -> int:
    from supportdesk.app.visit_commands import run_verify

    return run_verify(options.file, json=options.json)


def _policy_list(options: argparse.Namespace) -> int:
    from supportdesk.app.policy_commands import list_policies

    return list_policies(options.language)


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
