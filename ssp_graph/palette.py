"""The colours and the typeface of paper and sheets, as templates/page.css has them for pages in daylight."""

from __future__ import annotations

INK = "1B2126"
QUIET = "4C5660"
ACCENT = "14505C"
TINT = "EEF4F4"
RULE = "CFD8DA"
TYPEFACE = "Arial"
