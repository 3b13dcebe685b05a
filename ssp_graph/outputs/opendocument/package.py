"""What OpenDocument text and sheets share: content, styles and settings from our templates, packed into one file."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from typing import Any, Literal

from ssp_graph.outputs.templating import environment


def packed(
    kind: Literal["ods", "odt"],
    title: str,
    day: str,
    *,
    content: Mapping[str, Any],
    template: str = "",
    styles: Mapping[str, Any] | None = None,
    settings: Mapping[str, Any] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the bytes of a file with this title, in British English, whose only date is `day` (`YYYY-MM-DD`).

    `content`, `styles` and `settings` are what the templates are filled with; `pictures` are PNGs by their names.
    `template` is that of the content where it is another than that of its kind.
    """
    from odfdo import Document

    document = Document(kind)
    for part in document.get_parts():
        # the library's own template brings menus and a picture of itself
        if part.startswith(("Configurations2", "Thumbnails")):
            document.del_part(part)
    for path in document.manifest.get_paths():
        if str(path).startswith(("Configurations2", "Thumbnails")):
            document.manifest.del_full_path(str(path))
    for name, data in (pictures or {}).items():
        document.set_part(f"Pictures/{name}", data)
        document.manifest.add_full_path(f"Pictures/{name}", "image/png")
    templates = environment()
    parts: dict[str, tuple[str, Mapping[str, Any]]] = {
        "styles": (f"{kind}-styles.xml", styles or {}),
        "content": (template or f"{kind}-content.xml", content),
        "settings": ("opendocument-settings.xml", {"frozen": 0, "tabs": {}} | dict(settings or {})),
    }
    for part, (name, values) in parts.items():
        document.set_part(f"{part}.xml", templates.get_template(name).render(values).strip().encode())
    moment = datetime.datetime.fromisoformat(day)
    document.meta.title = title
    document.meta.creator = document.meta.initial_creator = "ssp-graph"
    document.meta.language = "en-GB"
    document.meta.creation_date = moment
    document.meta.date = moment
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
