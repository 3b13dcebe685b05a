"""What an officer writes about a cell, as what it means: the board, the theme, the role, the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ssp_graph.answers.names import forgiving, matches
from ssp_graph.answers.sentences import edges_to
from ssp_graph.editing.writing import Role
from ssp_graph.errors import UsageError
from ssp_graph.graph import Graph
from ssp_graph.matrices.table import abbreviation
from ssp_graph.model.facts import Source
from ssp_graph.results import SourceRef
from ssp_graph.suggesting import did_you_mean, near

ROLES: tuple[Role, ...] = ("lead", "supporting", "none", "not recorded")

_MOST_NAMED = 12
_PAGE = re.compile(r"(?:p\.?|page)?\s*([1-9]\d{0,4})(?:\.0*)?", re.IGNORECASE)


def boards(graph: Graph, matrix: str) -> list[str]:
    """Return the boards of a matrix in its order, whatever the day."""
    edges = sorted(edges_to(graph, matrix, None, ("COLUMN_OF",)), key=lambda edge: edge.data["position"])
    return list(dict.fromkeys(edge.source for edge in edges))


def themes(graph: Graph, matrix: str) -> list[str]:
    """Return the themes of a matrix in its order, whatever the day."""
    edges = sorted(edges_to(graph, matrix, None, ("ROW_OF",)), key=lambda edge: edge.data["position"])
    return list(dict.fromkeys(edge.source for edge in edges))


def documents(graph: Graph, register: str) -> list[str]:
    """Return the documents of a register in the order they were written."""
    return [
        node for node, data in graph.nodes(data=True) if data["kind"] == "document" and data["register"] == register
    ]


def labels(graph: Graph, nodes: Sequence[str]) -> dict[str, str]:
    """Return what each of these things is called: its name, or its id where another has the same name."""
    names = [forgiving(graph.nodes[node]["name"]) for node in nodes]
    return {
        node: graph.nodes[node]["name"] if names.count(name) == 1 else node
        for node, name in zip(nodes, names, strict=True)
    }


def meant(graph: Graph, nodes: Sequence[str], text: str, kind: str, where: str) -> str:
    """Return which of these things a text means: by name, alias or id, with what names forgive.

    `kind` (board, theme, document) and `where` (the title of what they belong to) are for the message.

    Raises:
        UsageError: none of them is meant, with the nearest name, or several are.
    """
    found = matches(graph, text, nodes)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(f"  {graph.nodes[node]['name']}: {node}" for node in found)
        raise UsageError(f"{len(found)} {kind}s of {where} are called '{text}'. Give one of these ids:\n{listed}")
    names = {name: node for node in nodes for name in (graph.nodes[node]["name"], *graph.nodes[node]["aliases"])}
    if nearest := near(text, names, 1):
        hint = f"Did you mean {labels(graph, nodes)[names[nearest[0]]]}?"
    elif len(nodes) <= _MOST_NAMED:
        hint = f"Its {kind}s are: {'; '.join(_with_abbreviation(graph, node) for node in nodes)}."
    else:
        hint = "See them with: ssp-graph matrix."
    raise UsageError(f"There is no {kind} '{text}' in {where}. {hint}")


def _with_abbreviation(graph: Graph, node: str) -> str:
    short = abbreviation(graph, node)
    return f"{graph.nodes[node]['name']} ({short})" if short else str(graph.nodes[node]["name"])


def role_of(text: str) -> Role:
    """Return the role that a word means; letter case and spaces are forgiven.

    Raises:
        UsageError: it is none of the four words.
    """
    found = "".join(text.casefold().split())
    for role in ROLES:
        if found == role.replace(" ", ""):
            return role
    otherwise = "Write lead, supporting, none or not recorded."
    raise UsageError(f"'{text.strip()}' is none of the four words. {did_you_mean(text.strip(), ROLES, otherwise)}")


def source_of(graph: Graph, register: str, document: str, page: str, anchor: str) -> Source:
    """Return the source that these words give; without a document, it is the register's own.

    Raises:
        UsageError: there is no such document; the page is missing, no number or outside it; the anchor is missing.
    """
    own = own_document(graph, register)
    if not document.strip() and own is None:
        raise UsageError("The source names no document, and the register has none of its own. Name one.")
    title = next(about["title"] for about in graph.graph["registers"] if about["id"] == register)
    node = meant(graph, documents(graph, register), document, "document", title) if document.strip() else str(own)
    data = graph.nodes[node]
    number = _page(page)
    if number is None and data["pages"]:
        raise UsageError(f"The source has no page. Say which page of {data['name']}.")
    if number is not None and data["pages"] and number > data["pages"]:
        raise UsageError(f"There is no page {number} in {data['name']}, which ends at page {data['pages']}.")
    words = " ".join(anchor.split())
    if not words:
        raise UsageError("The source has no anchor. Give the two to six words at that place, as the document has them.")
    return Source(document=None if node == own else node.rpartition("/")[2], page=number, anchor=words)


def own_document(graph: Graph, register: str) -> str | None:
    """Return the document meant where a source of a register names none."""
    own: str | None = next(about["document"] for about in graph.graph["registers"] if about["id"] == register)
    return own


def as_written(graph: Graph, register: str, source: SourceRef) -> Source:
    """Return a source of an answer as its register writes it."""
    node = source["document"]
    document = None if node is None or node == own_document(graph, register) else node.rpartition("/")[2]
    return Source.model_validate(
        {**{key: source.get(key) for key in ("page", "anchor", "part", "note")}, "document": document}
    )


def as_cited(graph: Graph, register: str, source: Source) -> SourceRef:
    """Return a source of a register as answers cite it."""
    node = f"{register}:document/{source.document}" if source.document else str(own_document(graph, register))
    return {
        "document": node,
        "title": graph.nodes[node]["name"],
        "page": source.page,
        "anchor": source.anchor,
        "part": source.part,
        "note": source.note,
    }


def _page(text: str) -> int | None:
    if not text.strip():
        return None
    if found := _PAGE.fullmatch(text.strip()):
        return int(found[1])
    raise UsageError(f"'{text.strip()}' is no page. Write its number.")
