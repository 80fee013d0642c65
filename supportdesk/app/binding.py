"""Keeps the Qt binding from reading the program's sources at run time; windows are made elsewhere."""

import linecache
import sys


def leave_sources_unread() -> None:
    """Spare the start what the binding does for an optional syntax that nothing here uses; call it before Qt is loaded.

    PySide looks through the source of every module that is imported, to know whether `__feature__` may change the
    names of its methods there; `linecache` then holds all those sources for good. Without it the desk needs 18 MB less
    and starts sooner. The names are the binding's own: where a later version has them no longer, nothing is changed.
    """
    # Not Qt itself yet: with it the binding would look through all that has been loaded before.
    import shiboken6  # noqa: F401, PLC0415 - commands without a window need none of it

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _uses_no_features)  # noqa: B010 - mypy does not know the module
    linecache.clearcache()


def _uses_no_features(_: object) -> bool:
    return False
