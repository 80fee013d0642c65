"""Uploads to a hub's own process by tus-js-client, which knows nothing of us, over a line that is cut at any byte."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from shutil import which

import pytest

from tests.hub.cut_line import cut_line
from tests.hub.test_uploads_served import FILES, MIB, Away, away, setting, sha

__all__ = ["away", "setting"]

PROGRAM = Path(__file__).with_name("send_by_tus.cjs")
CUTS = 100


def peer() -> list[str]:
    """The command that sends; the test is left out where there is no Node.js or no tus-js-client."""
    node = which("node")
    if node is None:
        pytest.skip("Node.js is not on this machine")
    found = subprocess.run(
        [node, "-e", "require.resolve('tus-js-client')"], capture_output=True, check=False, timeout=60
    )
    if found.returncode:
        pytest.skip("tus-js-client is not installed where NODE_PATH points")
    return [node, str(PROGRAM)]


@pytest.mark.slow
@pytest.mark.parametrize("chunk", [MIB // 2, 8 * MIB])
def test_tus_js_client_resumes_after_a_hundred_cuts(away: Away, tmp_path: Path, chunk: int) -> None:
    command = peer()
    content, chance = FILES["small"], Random(chunk)
    (file := tmp_path / "small").write_bytes(content)
    cuts = [chance.randrange(1, 50_000) for _ in range(CUTS)]
    with cut_line(away.hub.address, cuts) as line:
        told = {
            "endpoint": f"{line.address}/files/v1/uploads",
            "token": away.token,
            "file": str(file),
            "chunk": chunk,
            "retries": 10 * CUTS,
            "metadata": {"sha256": sha(content), "attachment": str(away.attached["small"])},
        }
        done = subprocess.run(
            command, input=json.dumps(told), capture_output=True, text=True, check=False, timeout=240
        )
        assert done.returncode == 0, done.stderr
        assert line.cut == CUTS
    assert json.loads(done.stdout)["retried"] >= CUTS
    assert sha(away.get("small")) == sha(content)
