"""The words of the screens against translations/*.ts: finds what is new or gone, and refreshes the files."""

import ast
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
# The source speaks English; its own file holds only what a number changes: "1 hour", "2 hours".
ENGLISH = "en"
LOCALES = ("ar", ENGLISH, "fr")
_UNWRITTEN_PLURAL = re.compile(
    r"(<source>(?P<text>[^<]*\(s\)[^<]*)</source>(?:(?!</message>).)*?<translation) type=\"unfinished\""
    r"(>\s*<numerusform>)(</numerusform>\s*<numerusform>)(</numerusform>)",
    re.DOTALL,
)


def sources(root: Path = ROOT) -> list[Path]:
    """Return the modules that speak to people, in a fixed order."""
    package = root / "supportdesk"
    return sorted(file for room in ("app", "documents", "ui") for file in package.glob(f"{room}/**/*.py"))


def with_plain_counts(source: str) -> str:
    """Return a module's text with every count of a plural text replaced by 1.

    lupdate takes a text for a plural only if its count is a number, forgets that it is one where the count is a name,
    and drops the text where it is anything else.
    """
    text = source.encode()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    counts = [
        node.args[3]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr == "translate" and len(node.args) == 4
    ]
    for count in sorted(counts, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        begin = starts[count.lineno - 1] + count.col_offset
        end = starts[(count.end_lineno or count.lineno) - 1] + (count.end_col_offset or 0)
        text = text[:begin] + b"1" + text[end:]
    return text.decode()


def refresh(file: Path, modules: list[Path]) -> None:
    """Bring one .ts file up to date in place: new texts enter, unfinished but for English plurals; vanished ones leave.

    Raises subprocess.CalledProcessError where lupdate fails or warns.
    """
    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{number}.py" for number in range(len(modules))]
        for module, copy in zip(modules, copies, strict=True):
            copy.write_text(with_plain_counts(module.read_text(encoding="utf-8")), encoding="utf-8")
        listing = Path(folder) / "modules.lst"
        listing.write_text("\n".join(str(copy) for copy in copies), encoding="utf-8")
        # Without line numbers and with sorted messages a file changes only when a text does.
        options = ["-silent", "-warnings-are-errors", "-no-obsolete", "-sort-messages", "-locations", "none"]
        if file.stem.endswith(f"_{ENGLISH}"):
            options.append("-pluralonly")
        subprocess.run([str(tool), *options, f"@{listing}", "-ts", str(file)], check=True)
    if file.stem.endswith(f"_{ENGLISH}"):
        written = _UNWRITTEN_PLURAL.sub(_write_plural, file.read_text(encoding="utf-8"))
        file.write_text(written, encoding="utf-8")


def _write_plural(message: re.Match[str]) -> str:
    """Give a new text its two English forms, "%n case" and "%n cases", where it marks them by "(s)"."""
    before, text, opening, between, closing = message.groups()
    one, many = text.replace("(s)", ""), text.replace("(s)", "s")
    return f"{before}{opening}{one}{between}{many}{closing}"


def differences(root: Path = ROOT) -> list[str]:
    """Return the lines in which the .ts files lag behind the code; none when they are fresh."""
    lagging: list[str] = []
    modules = sources(root)
    with tempfile.TemporaryDirectory() as folder:
        for locale in LOCALES:
            kept = root / FOLDER.name / f"supportdesk_{locale}.ts"
            fresh = Path(folder) / kept.name
            if kept.exists():
                shutil.copy(kept, fresh)
            refresh(fresh, modules)
            before = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
            after = fresh.read_text(encoding="utf-8").splitlines()
            lagging += difflib.unified_diff(before, after, kept.name, "the code", lineterm="", n=1)
    return lagging


def main() -> int:
    """Refresh the files with `--update`, else say how they lag; 1 when they do."""
    if "--update" in sys.argv[1:]:
        for locale in LOCALES:
            refresh(FOLDER / f"supportdesk_{locale}.ts", sources())
        return 0
    lagging = differences()
    for line in lagging:
        print(line)
    if lagging:
        print(f"The translations lag behind the code. Run{os.linesep}  python -m tests --update-translations")
    return int(bool(lagging))


if __name__ == "__main__":
    sys.exit(main())
