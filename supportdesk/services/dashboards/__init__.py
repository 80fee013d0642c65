"""The dashboard's figures and charts, from this desk's own copy; no screen."""

from supportdesk.services.dashboards.board import dashboard

__all__ = ["dashboard"]
