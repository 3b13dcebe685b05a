"""The text of a file of matrix rows with one role written, given other sources, or taken out."""

from collections import Counter
from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ssp_graph.editing import yaml_edits
from ssp_graph.model.facts import Source
from ssp_graph.model.relationships import MatrixRole

# The keys of a row that state roles, in the order in which they are written.
ROLE_KEYS = ("lead", "supporting", "no_role")

# What is said of a fact on its old sources does not hold on its new ones.
OF_OLD_SOURCES = ("basis", "reason", "stated_on")


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
    changed, item = text, _item(text, row, key, link)
    if not isinstance(item, MappingNode):
        stated = MatrixRole(to=link.to, matrix=link.matrix, sources=tuple(sources))
        return text[: item.start_mark.index] + _link(stated) + text[item.end_mark.index :]
    for name in OF_OLD_SOURCES:
        if (place := yaml_edits.place_of(item, name)) is not None:
            changed = yaml_edits.without_entry(changed, item, place)
            item = _mapping(_item(changed, row, key, link))
    place = yaml_edits.place_of(item, "sources")
    if place is None:
        changed = yaml_edits.with_entry(changed, item, len(item.value), "sources", _sources(sources))
    else:
        changed = yaml_edits.with_value(changed, item, place, _sources(sources))
    return _with_comments_of(text, changed, row, key, link)


def with_other_role(text: str, row: str, old: tuple[str, MatrixRole], key: str, link: MatrixRole) -> str:
    """Return the text with a role, given by its key and itself, replaced by one under another key.

    Where both keys have no other role, the new one takes the place of the old one. Comments stay beside it.
    """
    record = _record(yaml_edits.compose(text), row)
    place = yaml_edits.place_of(record, old[0])
    if place is None or yaml_edits.place_of(record, key) is not None or len(_items(record.value[place][1])) > 1:
        moved = with_role(without_role(text, row, *old), row, key, link)
        return _with_comments_of(text, moved, row, key, link)
    name = record.value[place][0]
    text = with_sources(text, row, *old, link.sources)
    return text[: name.start_mark.index] + key + text[name.end_mark.index :]


def _with_comments_of(before: str, after: str, row: str, key: str, link: MatrixRole) -> str:
    """Return a text with the comments that a change of a role has taken out, beside that role."""
    lost = Counter(yaml_edits.comments(before)) - Counter(yaml_edits.comments(after))
    return yaml_edits.with_comments(after, _item(after, row, key, link), lost.elements())


def without_role(text: str, row: str, key: str, link: MatrixRole) -> str:
    """Return the text without a role that is there; a key that has no other goes with it."""
    record = _record(yaml_edits.compose(text), row)
    value = yaml_edits.value_of(record, key)
    if isinstance(value, SequenceNode) and len(value.value) > 1:
        return yaml_edits.without_item(text, value, value.value.index(_item_of(value, link)))
    place = yaml_edits.place_of(record, key)
    if place is None:
        raise ValueError(f"{row} has no {key}")
    return yaml_edits.without_entry(text, record, place)


def _record(root: Node, row: str) -> MappingNode:
    for record in root.value:
        slug = yaml_edits.value_of(record, "id")
        if slug is not None and slug.value.strip() == row:
            return _mapping(record)
    raise ValueError(f"no record has the id {row}")


def _item(text: str, row: str, key: str, link: MatrixRole) -> Node:
    value = yaml_edits.value_of(_record(yaml_edits.compose(text), row), key)
    if value is None:
        raise ValueError(f"{row} has no {key}")
    return _item_of(value, link)


def _item_of(value: Node, link: MatrixRole) -> Node:
    """Return the node of a role among those under a key."""
    for item in _items(value):
        if isinstance(item, ScalarNode):
            found = (item.value.strip(), None)
        else:
            board, matrix = (yaml_edits.value_of(_mapping(item), name) for name in ("to", "matrix"))
            found = (board.value.strip() if board else "", matrix.value.strip() or None if matrix else None)
        if found == (link.to, link.matrix):
            return item
    raise ValueError(f"no role of {link.to} stands there")


def _items(value: Node) -> list[Node]:
    """Return the nodes of the roles under a key, which has one or a list."""
    return list(value.value) if isinstance(value, SequenceNode) else [value]


def _mapping(node: Node) -> MappingNode:
    if isinstance(node, MappingNode):
        return node
    raise ValueError("a mapping was expected")


def _place_for(record: MappingNode, key: str) -> int:
    """Return before which entry a new role key stands: after the roles that go before it, else before the sources."""
    names = [name.value for name, _ in record.value]
    before = ROLE_KEYS[: ROLE_KEYS.index(key)]
    after = ROLE_KEYS[ROLE_KEYS.index(key) + 1 :]
    if places := [names.index(name) + 1 for name in before if name in names]:
        return max(places)
    if places := [names.index(name) for name in (*after, "sources") if name in names]:
        return min(places)
    return len(names)


def _link(link: MatrixRole) -> str:
    matrix = f", matrix: {link.matrix}" if link.matrix else ""
    return f"{{to: {link.to}{matrix}, sources: {_sources(link.sources)}}}"


def _sources(sources: Sequence[Source]) -> str:
    written = [_source(source) for source in sources]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _source(source: Source) -> str:
    """Return a source in brackets, its keys in the order that registers have them."""
    values = {"document": source.document, "page": source.page, "part": source.part}
    values |= {"anchor": source.anchor, "note": source.note}
    parts = [
        f"{name}: {value if isinstance(value, int) else yaml_edits.scalar(value)}"
        for name, value in values.items()
        if value is not None
    ]
    return f"{{{', '.join(parts)}}}"
