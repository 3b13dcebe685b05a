"""What a workbook was made from, which it carries along: by it, what was filled in is told from what was there."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from ssp_graph.drafting.names import Names
from ssp_graph.errors import UsageError

MADE_FROM = "Made from"
"""The name of the sheet that holds it."""

_CHUNK = 30_000  # characters; a cell of Excel holds 32,767
_MOST = 60_000_000  # bytes


class MadeFrom(NamedTuple):
    """What a workbook was made from: the register's id, what its files held, the names of all it may refer to."""

    register: str
    texts: dict[str, Any]
    names: Names
    gaps: tuple[tuple[str, str], ...]

    def packed(self) -> tuple[str, ...]:
        """Return it in pieces that fit into cells and that no program changes."""
        known = [[key, name, others] for key, (name, others) in self.names.things.items()]
        said = json.dumps([self.register, self.texts, known, self.gaps], ensure_ascii=False)
        text = base64.b64encode(zlib.compress(said.encode(), 9)).decode()
        return tuple(text[place : place + _CHUNK] for place in range(0, len(text), _CHUNK))

    @classmethod
    def unpacked(cls, pieces: Iterable[str]) -> MadeFrom:
        """Return what pieces say.

        Raises:
            UsageError: they are not as they were written.
        """
        try:
            engine = zlib.decompressobj()
            data = engine.decompress(base64.b64decode("".join(pieces), validate=True), _MOST)
            register, texts, known, gaps = json.loads(data)
            names = Names((key, name, tuple(others)) for key, name, others in known)
            return cls(register, texts, names, tuple((check, thing) for check, thing in gaps))
        except (ValueError, zlib.error, TypeError) as error:
            raise UsageError(
                f"The sheet '{MADE_FROM}' is missing or was changed, so it cannot be told what was filled in. "
                "Make a new workbook with `ssp-graph workbook export`, and copy what was filled in."
            ) from error
