"""What axe-core finds wrong with a page, by the rules of WCAG 2.2, A and AA."""

from __future__ import annotations

import zipfile
from functools import cache

from tests.real.chromium import Page
from tests.real.jars import jars

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_STRICT = [*_RULES, "best-practice"]
_AAA = ["color-contrast-enhanced"]
_RUN = """const rules = Object.fromEntries(arguments[1].map(rule => [rule, {enabled: true}]));
const only = {type: "tag", values: arguments[0]};
return axe.run(document, {runOnly: only, rules, resultTypes: ["violations"], preload: false})"""


@cache
def _script() -> str:
    (jar,) = jars().glob("selenium-*.jar")  # the makers' own binding for Selenium in Java, which carries the script
    with zipfile.ZipFile(jar) as archive:
        return archive.read("axe.min.js").decode()


def axe_violations(page: Page, *, strict: bool = False) -> list[str]:
    """Return a line for each element at fault: the rule, what it asks for, and the element's tag.

    `strict` is with best practice and the contrast of AAA.
    """
    page.driver.execute_script(_script())
    found = page.driver.execute_script(_RUN, *((_STRICT, _AAA) if strict else (_RULES, [])))["violations"]
    return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]
