"""The hub's figures for Prometheus: requests, connections, waits; who may read them is decided by the route."""

from __future__ import annotations

import os
from datetime import datetime

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from supportdesk.hub.hub import Hub

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable of the folder in which several workers keep their figures together, as the library names it."""
CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0)


class Figures:
    """What one worker counts; with several, each answers for all of them."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "supportdesk_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "supportdesk_request_seconds",
            "Time from a request to its answer, waits left out.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._in_use = self._gauge("supportdesk_connections_in_use", "Connections to the database at work.")
        self._at_most = self._gauge(
            "supportdesk_connections", "Connections to the database that may be open."
        )
        self._steps = Counter(
            "supportdesk_steps",
            "What the hub did by itself: reminders, closings, clocks judged, versions adopted.",
            registry=self._registry,
        )
        self._last_run = Gauge(
            "supportdesk_last_run_timestamp_seconds",
            "When a worker last looked through what is due.",
            registry=self._registry,
            multiprocess_mode="max",
        )
        self.waiting = self._gauge("supportdesk_waiting", "Clients that wait for news.")

    def note(self, method: str, route: str, status: int, seconds: float, *, waited: bool) -> None:
        """Count a request; one that waited for news says nothing of the hub's speed."""
        self._requests.labels(method, route, str(status)).inc()
        if not waited:
            self._seconds.labels(route).observe(seconds)

    def note_duties(self, steps: int, at: datetime) -> None:
        """Note a look through what is due, and the steps taken."""
        self._steps.inc(steps)
        self._last_run.set(at.timestamp())

    def text(self) -> bytes:
        """All figures, in Prometheus' text form."""
        in_use, at_most = self._hub.store.connections_in_use()
        self._in_use.set(in_use)
        self._at_most.set(at_most)
        if not os.environ.get(SHARED_FOLDER):
            return generate_latest(self._registry)
        everybodys = CollectorRegistry()
        MultiProcessCollector(everybodys)  # type: ignore[no-untyped-call]  # the library leaves it untyped
        return generate_latest(everybodys)

    def _gauge(self, name: str, about: str) -> Gauge:
        return Gauge(name, about, registry=self._registry, multiprocess_mode="livesum")
