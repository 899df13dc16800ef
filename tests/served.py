"""A real server in a process of its own, as the tests and benchmarks use it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 15.0  # seconds in which a server that is told to end has ended


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """`facilitator serve` on the demo series, with its data in `folder`."""

    def __init__(self, folder: Path, mode: str = "eventlet") -> None:
        self.folder, self.port = folder, free_port()
        self.home = f"http://127.0.0.1:{self.port}"
        kept = {k: v for k, v in os.environ.items() if not k.startswith("FACILITATOR_")}
        # A server that must compile its libraries at each start would be slow to be ready.
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        self.environment = kept | {
            "FACILITATOR_DATA": str(folder), "FACILITATOR_PUBLIC_URL": self.home,
            "FACILITATOR_ASYNC": mode, "FACILITATOR_LOG": "warning",
        }  # fmt: skip
        self.process: subprocess.Popen[str] | None = None
        self.log = folder / "server.log"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "facilitator", *arguments]

    def start(self) -> list[str]:
        """Starts it and returns what it printed before it was ready."""
        arguments = self.command("serve", "--host", "127.0.0.1", "--port", str(self.port))
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                arguments, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True,
                stderr=log,
            )  # fmt: skip
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            if line.startswith("ready "):
                return lines
            lines.append(line.rstrip("\n"))
        raise AssertionError(f"The server ended: {self.log.read_text()[-2_000:]}")

    def kill(self) -> None:
        """Ends it the way a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ends it politely; returns its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        process.send_signal(how)
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # named where it happens, never left to the next test
            process.kill()
            process.wait()
            raise AssertionError(f"The server did not end on {how.name}: {self.log.read_text()[-2_000:]}") from None
        finally:
            if process.stdout:
                process.stdout.close()

    def demo(self) -> dict[str, Any]:
        """Fresh links to the demo series."""
        made = subprocess.run(
            self.command("demo", "--json"), cwd=ROOT, env=self.environment, text=True,
            capture_output=True, check=True, timeout=60,
        )  # fmt: skip
        return dict(json.loads(made.stdout))
