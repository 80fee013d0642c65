"""The dashboard's figures and charts, its goals and the register of contracts, from this desk's own copy; no screen."""

from supportdesk.services.dashboards.board import dashboard

__all__ = ["dashboard"]
