"""The words of the screens against translations/*.ts: finds what is new or gone, and refreshes the files."""

import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
# The screens speak English in the source; every other language has a file.
LOCALES = ("ar", "fr")


def sources(root: Path = ROOT) -> list[Path]:
    """Return the modules that speak to people, in a fixed order."""
    package = root / "supportdesk"
    return sorted([*package.glob("ui/**/*.py"), *package.glob("app/**/*.py")])


def refresh(file: Path, modules: list[Path]) -> None:
    """Bring one .ts file up to date in place: new texts enter unfinished, vanished ones leave.

    Raises subprocess.CalledProcessError where lupdate fails or warns.
    """
    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "modules.lst"
        listing.write_text("\n".join(str(module) for module in modules), encoding="utf-8")
        # Without line numbers and with sorted messages a file changes only when a text does.
        options = ("-silent", "-warnings-are-errors", "-no-obsolete", "-sort-messages", "-locations", "none")
        subprocess.run([str(tool), *options, f"@{listing}", "-ts", str(file)], check=True)


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
