"""The theming process and the two pipes to it.

The pipes are plain ones that block, read and written in a real thread. The cooperative pipes of a
patched `subprocess` wait on a hub of that thread's own, and it never hears that somebody else has
closed them: the thread, and with it the server's goodbye, would wait for ever.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from io import BufferedReader, BufferedWriter, FileIO

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Process:
    """A started process that answers each line with a line."""

    def __init__(self, command: list[str]) -> None:
        its_input, requests = os.pipe()
        answers, its_output = os.pipe()
        self._process = subprocess.Popen(command, stdin=its_input, stdout=its_output, env={**os.environ, **ONE_THREAD})
        os.close(its_input)
        os.close(its_output)
        self._requests, self._answers = BufferedWriter(FileIO(requests, "w")), BufferedReader(FileIO(answers))
        self._over = self._in_use = False

    @property
    def ended(self) -> bool:
        """Whether it has ended, by itself or because it was told to."""
        return self._process.poll() is not None

    def exchange(self, line: bytes) -> bytes:
        """The line it answers; nothing when it has ended meanwhile."""
        self._in_use = True  # first this, then the look: `end` does it the other way round
        try:
            if self._over:
                return b""
            self._requests.write(line)
            self._requests.flush()
            return self._answers.readline()
        except OSError:
            return b""
        finally:
            self._in_use = False
            if self._over:
                self._close()

    def end(self) -> None:
        """Ends it; whoever waits for its answer hears so and closes the pipes."""
        self._over = True
        self._process.kill()
        self._process.wait()
        if not self._in_use:
            self._close()

    def _close(self) -> None:
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # what was not sent yet is lost with the process
                pipe.close()
