"""Lets a command draw documents without a window."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def able_to_draw() -> QCoreApplication:
    """Qt's application, which must be kept for as long as anything is drawn; it works without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
