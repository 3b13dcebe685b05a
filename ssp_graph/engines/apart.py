"""Lets the embedded engine work in a child process, which may be ended or end by itself without harm to this one."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from ssp_graph.errors import UsageError, WorkError

_EVERY = 0.02  # seconds between two looks at the child


def work_apart(request: dict[str, object], watch: Callable[[int], None] | None = None) -> dict[str, Any]:
    """Return the child's answer to a request (`child.py` says what it may hold).

    `watch` is given the child's process id again and again while it works, and ends it by raising an error.

    Raises:
        UsageError: the engine refuses the query.
        WorkError: the work cannot be done, or the child ended without an answer.
    """
    # The folder that the command is run from must not lend the child its modules.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    environment = {**kept, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    command = [sys.executable, "-P", "-m", "ssp_graph.engines.child"]
    with subprocess.Popen(  # noqa: S603  # our own module; the request goes by standard input
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        try:
            text = _answer(child, json.dumps(request).encode() + b"\n", watch)
        finally:
            child.kill()
            with contextlib.suppress(OSError):  # part of the request may not have been read
                if child.stdin:
                    child.stdin.close()
    try:
        answer: dict[str, Any] = json.loads(text)
    except ValueError:
        raise WorkError("The embedded database ended without an answer. Ask in a simpler way.") from None
    if "error" in answer:
        raise UsageError(answer["error"]) if answer["usage"] else WorkError(answer["error"])
    return answer


def _answer(child: subprocess.Popen[bytes], request: bytes, watch: Callable[[int], None] | None) -> bytes:
    received: list[bytes] = []
    talk = threading.Thread(target=lambda: received.append(_talk(child, request)), daemon=True)
    talk.start()
    while talk.is_alive():
        talk.join(_EVERY)
        if watch:
            watch(child.pid)
    return b"".join(received)


def _talk(child: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Send the request and return the answer; the child's input stays open, since it ends when that does."""
    if not child.stdin or not child.stdout:
        return b""
    with contextlib.suppress(OSError):  # a child that could not start has closed its input
        child.stdin.write(request)
        child.stdin.flush()
    return child.stdout.read()
