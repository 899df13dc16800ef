"""A model's server of our own: answers as a test says, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Line"], None]


def spoken(words: str) -> dict[str, Any]:
    """The form in which a chat's answer comes."""
    return {"choices": [{"message": {"role": "assistant", "content": words}}]}


class Line(BaseHTTPRequestHandler):
    """One request, with what a fake may do to it."""

    server: FakeModel
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        answers = self.server.answers
        (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def says(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a test's output is its own."""


class FakeModel(ThreadingHTTPServer):
    """Gives its answers one after the other; the last one again and again."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *answers: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Line)
        self.answers = list(answers)
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def told(self, number: int = -1) -> dict[str, Any]:
        """What stood in the message of a request for words."""
        chats = [body for path, _, body in self.asked if path.endswith("/chat/completions")]
        return dict(json.loads(chats[number]["messages"][1]["content"]))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: whoever asked may have gone."""


def chat(words: str) -> Answer:
    """An answer in good order."""
    return lambda line: line.says(200, json.dumps(spoken(words)).encode())


def status(code: int, **headers: str) -> Answer:
    return lambda line: line.says(code, b"{}", **headers)


def raw(body: bytes) -> Answer:
    return lambda line: line.says(200, body)


def drip(seconds: float) -> Answer:
    """A letter now and then, so that no single wait is long."""

    def answer(line: Line) -> None:
        line.send_response(200)
        line.send_header("Content-Length", "100000")
        line.end_headers()
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                line.wfile.write(b" ")
                line.wfile.flush()
                time.sleep(0.05)
        except OSError:
            line.close_connection = True

    return answer


def silent(seconds: float) -> Answer:
    def answer(line: Line) -> None:
        time.sleep(seconds)
        line.close_connection = True

    return answer


def embedded(vector: Callable[[str], list[float]]) -> Answer:
    """A vector for each text, in good order but not sorted."""

    def answer(line: Line) -> None:
        texts = line.server.asked[-1][2]["input"]
        data = [{"index": at, "embedding": vector(text)} for at, text in enumerate(texts)]
        line.says(200, json.dumps({"data": data[::-1]}).encode())

    return answer


def by_path(**answers: Answer) -> Answer:
    """An answer for each last part of the path: `completions`, `embeddings`."""
    return lambda line: answers[line.path.rpartition("/")[2]](line)


@contextmanager
def serving(*answers: Answer) -> Iterator[FakeModel]:
    """The fake at work."""
    made = FakeModel(*answers)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        made.server_close()
        thread.join(5)
