"""The hub as a process: it starts, answers over TLS and in workers, says what is wrong, and stops in order."""

from __future__ import annotations

import ipaddress
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from supportdesk.domain.errors import KnownError
from supportdesk.hub.serving import refuse_unsafe
from tests.hub.conftest import log_in, settings_for
from tests.hub.hub_process import environment, init, running, said, serving

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def in_file(tmp_path: Path) -> dict[str, str]:
    """The environment of a hub in a file, set up."""
    env = environment(str(tmp_path / "hub.db"))
    init(env)
    return env


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_starts_answers_and_stops_when_told(in_file: dict[str, str], number: signal.Signals) -> None:
    with serving(in_file) as hub:
        health = hub.get("/health")
        assert (health.status_code, health.json()["status"]) == (200, "ok")
        told = requests.post(f"{hub.address}/auth/v1/login", json=log_in("amina@example.org"), timeout=30)
        assert told.status_code == 200
        me = hub.get(
            "/auth/v1/me", headers={"Authorization": f"Bearer {told.json()['tokens']['access_token']}"}
        )
        hub.get("/auth/v1/me?token=geheim")
        assert "server" not in me.headers
        hub.process.send_signal(number)
        status, log = hub.ended()
    assert status == 0
    lines = [line for line in log if line["event"] == "request"]
    assert {(line["route"], line["status"]) for line in lines} >= {
        ("/health", 200),
        ("/auth/v1/login", 200),
        ("/auth/v1/me", 200),
        ("/auth/v1/me", 401),
    }
    (caller,) = {line["caller"] for line in lines if "caller" in line}
    assert caller == told.json()["agent"]["agent_id"]
    text = str(log)
    tokens = told.json()["tokens"]
    for secret in ("geheim", tokens["access_token"], tokens["refresh_token"], "a long enough password"):
        assert secret not in text


@posix
def test_who_waits_is_answered_at_once_and_who_works_is_let_finish(in_file: dict[str, str]) -> None:
    with running(["-m", "tests.hub.waiting_hub"], in_file) as hub, ThreadPoolExecutor(6) as clients:
        waits = [clients.submit(hub.get, "/wait") for _ in range(4)]
        slow = clients.submit(hub.get, "/slow")
        while hub.get("/waiting").json()["waiting"] < 4:
            time.sleep(0.01)  # until all four have arrived; nothing of ours is timed
        # The slow one is let go by the very order to stop: it can only be answered if it is waited for.
        hub.process.send_signal(signal.SIGTERM)
        assert [wait.result().json() for wait in waits] == [{"news": False}] * 4
        assert slow.result().json() == {"released": True}
        status, log = hub.ended()
    assert status in {0, 143, -signal.SIGTERM}
    assert [line["status"] for line in log if line.get("route") == "/slow"] == [200]


@posix
def test_a_client_that_goes_away_is_waited_for_no_longer(in_file: dict[str, str]) -> None:
    with running(["-m", "tests.hub.waiting_hub"], in_file) as hub:
        with pytest.raises(requests.ReadTimeout):
            requests.get(f"{hub.address}/wait", timeout=0.5)
        while hub.get("/waiting").json()["waiting"] > 0:
            time.sleep(0.01)  # until the hub has seen it go


@posix
def test_several_workers_share_one_server_and_their_figures(postgres_url: str) -> None:
    env = environment(postgres_url, metrics="everyone")
    init(env)
    with serving(env, "--workers", "2") as hub:
        with ThreadPoolExecutor(8) as clients:
            answers = list(clients.map(lambda _: hub.get("/health").status_code, range(60)))
        assert answers == [200] * 60
        counted = [
            float(line.rpartition(" ")[2])
            for line in hub.get("/metrics").text.splitlines()
            if line.startswith('supportdesk_requests_total{method="GET",route="/health",status="200"}')
        ]
        assert sum(counted) >= 60
        hub.process.send_signal(signal.SIGTERM)
        status, log = hub.ended()
    assert status == 0
    assert len([1 for line in log if line["event"].startswith("Finished server process")]) == 2


@posix
def test_workers_end_with_a_supervisor_that_was_struck_down(postgres_url: str) -> None:
    env = environment(postgres_url)
    init(env)
    with serving(env, "--workers", "2") as hub:
        hub.process.kill()
        # The pipe closes when the last worker has gone.
        hub.ended()
        with pytest.raises(requests.ConnectionError):
            hub.get("/health")


def test_it_answers_over_tls(in_file: dict[str, str], tmp_path: Path) -> None:
    certificate, key = self_signed(tmp_path)
    options = ("--host", "127.0.0.1", "--tls-cert", str(certificate), "--tls-key", str(key))
    with serving(in_file, *options, trusted=str(certificate)) as hub:
        assert hub.address.startswith("https://")
        assert hub.get("/health").status_code == 200
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(f"{hub.address}/health", timeout=30)


def self_signed(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return paths


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"host": "0.0.0.0"}, "Without TLS"),
        ({"host": "::"}, "Without TLS"),
        ({"host": "192.0.2.1"}, "Without TLS"),
        ({"host": "no.such.host.invalid"}, "Without TLS"),
        ({"workers": 2}, "one worker"),
        ({"tls_cert": "/no/such/file", "tls_key": "/no/such/file"}, "There is no file"),
    ],
)
def test_what_would_be_unsafe_is_refused(changes: dict[str, object], told: str) -> None:
    with pytest.raises(KnownError, match=told):
        refuse_unsafe(settings_for("hub.db", **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"host": "::1"},
        {"host": "localhost"},
        {"host": "127.8.9.10"},
        {"host": "0.0.0.0", "proxy": "10.0.0.1"},
    ],
)
def test_what_is_safe_is_not_refused(changes: dict[str, object]) -> None:
    refuse_unsafe(settings_for("hub.db", **changes))


def test_what_keeps_it_from_starting_is_said_in_a_sentence(tmp_path: Path, in_file: dict[str, str]) -> None:
    missing = said(environment(str(tmp_path / "none.db")), "serve")
    assert (missing.returncode, "Traceback" in missing.stderr) == (1, False)
    nowhere = said(environment("postgresql://me:geheim@127.0.0.1:9/none"), "serve")
    assert nowhere.returncode == 1
    assert "can't be reached" in nowhere.stderr
    assert "geheim" not in nowhere.stderr
    exposed = said(in_file, "serve", "--host", "0.0.0.0")
    assert (exposed.returncode, "Without TLS" in exposed.stderr) == (1, True)
    with serving(in_file) as hub:
        taken = said(in_file, "serve", "--port", hub.address.rpartition(":")[2])
    assert (taken.returncode, "can't listen" in taken.stderr) == (1, True)


@posix
def test_a_stopping_hub_says_nothing_of_a_bug(in_file: dict[str, str]) -> None:
    with serving(in_file) as hub:
        stop = threading.Event()

        def ask() -> None:
            while not stop.is_set():
                try:
                    hub.get("/health")
                except requests.ConnectionError:
                    return

        with ThreadPoolExecutor(4) as clients:
            asking = [clients.submit(ask) for _ in range(4)]
            hub.process.send_signal(signal.SIGTERM)
            status, log = hub.ended()
            stop.set()
            for each in asking:
                each.result()
    assert status == 0
    assert [line for line in log if line["level"] == "error"] == []
