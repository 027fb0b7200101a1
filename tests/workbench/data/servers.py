"""A server on this machine that gives a file, or gives it badly in one of the ways servers do."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[["Request"], None]
"""What the server does with one request."""


class Request(BaseHTTPRequestHandler):
    """One request; the server knows the files and what goes wrong next."""

    server: Server

    def do_GET(self) -> None:
        """Answer as the next of the planned acts says, or well."""
        self.server.asked.append(self.headers.get("Range", ""))
        act = self.server.acts.pop(0) if self.server.acts else well
        act(self)

    @property
    def content(self) -> bytes:
        """The file that is asked for."""
        return self.server.files[self.path.removeprefix("/")]

    @property
    def start(self) -> int:
        """From which byte on."""
        wanted = self.headers.get("Range", "")
        return int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0

    def head(self, code: int, length: int, start: int = 0) -> None:
        """Send the lines before a file."""
        self.send_response(code)
        self.send_header("Content-Length", str(length))
        if code == 206:
            self.send_header("Content-Range", f"bytes {start}-{start + length - 1}/{len(self.content)}")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Gives ``files`` by name. ``acts`` are what goes wrong, one a request; ``asked`` are the ranges wanted."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes], *acts: Act):
        super().__init__(("127.0.0.1", 0), Request)
        self.files, self.acts, self.asked = files, list(acts), list[str]()
        self.silence = threading.Event()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/"


def well(request: Request) -> None:
    """Give what is asked for."""
    if request.path.removeprefix("/") not in request.server.files:
        request.send_error(404)
        return
    start = request.start
    if start >= len(request.content):
        request.send_error(416)
        return
    request.head(206 if start else 200, len(request.content) - start, start)
    request.wfile.write(request.content[start:])


def cut_after(count: int) -> Act:
    """Promise everything and end after so many bytes."""

    def act(request: Request) -> None:
        start = request.start
        request.head(206 if start else 200, len(request.content) - start, start)
        request.wfile.write(request.content[start : start + count])
        request.wfile.flush()
        request.close_connection = True

    return act


def without_parts(request: Request) -> None:
    """Know nothing of ranges: give everything again."""
    request.head(200, len(request.content))
    request.wfile.write(request.content)


def says(code: int) -> Act:
    """Answer with a code."""
    return lambda request: request.send_error(code)


def hang_after(count: int) -> Act:
    """Give so many bytes, and then nothing for ever."""

    def act(request: Request) -> None:
        request.head(200, len(request.content))
        request.wfile.write(request.content[:count])
        request.wfile.flush()
        request.server.silence.wait(30)

    return act


@contextmanager
def serving(files: dict[str, bytes], *acts: Act) -> Iterator[Server]:
    """A server that lives as long as the test needs it."""
    server = Server(files, *acts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.silence.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
