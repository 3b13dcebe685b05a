"""The text of a file of matrix rows with one role written, given other sources, or taken out."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ssp_graph.editing import yaml_edits
from ssp_graph.model.facts import Source
from ssp_graph.model.relationships import MatrixRole

# The keys of a row that state roles, in the order in which they are written.
ROLE_KEYS = ("lead", "supporting", "no_role", "to_be_determined")

# What is said of a fact on its old sources does not hold on its new ones.
OF_OLD_SOURCES = ("basis", "reason", "stated_on")


class _Role(NamedTuple):
    """Where a role stands: the record, the place of its key there, the roles under that key, and it itself."""

    record: MappingNode
    place: int
    beside: list[Node]
    node: Node


def with_role(text: str, row: str, key: str, link: MatrixRole) -> str:
    """Return the text with a role added to the row with this id, under a key of `ROLE_KEYS`."""
    root = yaml_edits.compose(text)
    record = _record(root, row)
    place = yaml_edits.place_of(record, key)
    if place is None:
        return yaml_edits.with_entry(text, record, _place_for(record, key), key, _link(link))
    value = record.value[place][1]
    if isinstance(value, SequenceNode):
        return yaml_edits.with_item(text, value, _link(link))
    step = record.start_mark.column - root.start_mark.column  # how far this file indents what stands beneath
    return yaml_edits.as_list(text, record, place, _link(link), step)


def with_sources(text: str, row: str, key: str, link: MatrixRole, sources: Sequence[Source]) -> str:
    """Return the text with other sources for a role that is there; a comment within it stays beside it."""
    changed, node = text, _role(text, row, key, link).node
    if not isinstance(node, MappingNode):
        stated = MatrixRole(to=link.to, matrix=link.matrix, sources=tuple(sources))
        return text[: node.start_mark.index] + _link(stated) + text[node.end_mark.index :]
    for name in OF_OLD_SOURCES:
        if (place := yaml_edits.place_of(node, name)) is not None:
            changed = yaml_edits.without_entry(changed, node, place)
            node = _mapping(_role(changed, row, key, link).node)
    place = yaml_edits.place_of(node, "sources")
    if place is None:
        changed = yaml_edits.with_entry(changed, node, len(node.value), "sources", _sources(sources))
    else:
        changed = yaml_edits.with_value(changed, node, place, _sources(sources))
    return _with_comments_of(text, changed, row, key, link)


def with_other_role(text: str, row: str, old: tuple[str, MatrixRole], key: str, link: MatrixRole) -> str:
    """Return the text with a role, given by its key and itself, replaced by one under another key.

    Where both keys have no other role, the new one takes the place of the old one. Comments stay beside it.
    """
    was = _role(text, row, *old)
    if yaml_edits.place_of(was.record, key) is not None or len(was.beside) > 1 or old[1].capacity != link.capacity:
        moved = with_role(without_role(text, row, *old), row, key, link)
        return _with_comments_of(text, moved, row, key, link)
    name = was.record.value[was.place][0]
    text = with_sources(text, row, *old, link.sources)
    return text[: name.start_mark.index] + key + text[name.end_mark.index :]


def without_role(text: str, row: str, key: str, link: MatrixRole) -> str:
    """Return the text without a role that is there; a key that has no other goes with it."""
    record, place, beside, node = _role(text, row, key, link)
    value = record.value[place][1]
    if isinstance(value, SequenceNode) and len(beside) > 1:
        return yaml_edits.without_item(text, value, beside.index(node))
    return yaml_edits.without_entry(text, record, place)


def _with_comments_of(before: str, after: str, row: str, key: str, link: MatrixRole) -> str:
    """Return a text with the comments that a change of a role has taken out, beside that role."""
    lost = Counter(yaml_edits.comments(before)) - Counter(yaml_edits.comments(after))
    return yaml_edits.with_comments(after, _role(after, row, key, link).node, lost.elements())


def _record(root: Node, row: str) -> MappingNode:
    for record in root.value:
        slug = yaml_edits.value_of(record, "id")
        if slug is not None and slug.value.strip() == row:
            return _mapping(record)
    raise ValueError(f"no record has the id {row}")


def _role(text: str, row: str, key: str, link: MatrixRole) -> _Role:
    """Return where a role stands that is written under a key of a row."""
    record = _record(yaml_edits.compose(text), row)
    place = yaml_edits.place_of(record, key)
    if place is not None:
        value = record.value[place][1]
        beside = list(value.value) if isinstance(value, SequenceNode) else [value]
        for node in beside:
            if _to_and_matrix(node) == (link.to, link.matrix):
                return _Role(record, place, beside, node)
    raise ValueError(f"no role of {link.to} stands under {key} of {row}")


def _to_and_matrix(node: Node) -> tuple[str, str | None]:
    """Return what tells a role from the others under its key: the board, and the matrix where it names one."""
    if isinstance(node, ScalarNode):
        return node.value.strip(), None
    board, matrix = (yaml_edits.value_of(_mapping(node), name) for name in ("to", "matrix"))
    return board.value.strip() if board else "", matrix.value.strip() or None if matrix else None


def _mapping(node: Node) -> MappingNode:
    if isinstance(node, MappingNode):
        return node
    raise ValueError("a mapping was expected")


def _place_for(record: MappingNode, key: str) -> int:
    """Return before which entry a new role key stands: after the roles that go before it, else before the sources."""
    names = [name.value for name, _ in record.value]
    at = ROLE_KEYS.index(key)
    after = (names.index(name) + 1 for name in ROLE_KEYS[:at] if name in names)
    before = (names.index(name) for name in (*ROLE_KEYS[at + 1 :], "sources") if name in names)
    return max(after, default=min(before, default=len(names)))


def _link(link: MatrixRole) -> str:
    matrix = f", matrix: {link.matrix}" if link.matrix else ""
    capacity = f", capacity: {link.capacity}" if link.capacity else ""
    return f"{{to: {link.to}{matrix}{capacity}, sources: {_sources(link.sources)}}}"


def _sources(sources: Sequence[Source]) -> str:
    written = [_source(source) for source in sources]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _source(source: Source) -> str:
    """Return a source in brackets, its keys in the order that registers have them."""
    values = {name: getattr(source, name) for name in ("document", "page", "part", "anchor", "note")}
    parts = [
        f"{name}: {value if isinstance(value, int) else yaml_edits.scalar(value)}"
        for name, value in values.items()
        if value is not None
    ]
    return f"{{{', '.join(parts)}}}"
