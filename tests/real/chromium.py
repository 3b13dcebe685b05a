"""A headless Chromium that tests open pages in, with everything that a page asks the network for on record."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.real.programs import program

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,800",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # what a page asks for is recorded, and goes nowhere
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SETTLES_IN = 0.2  # seconds without anything new
_ASKING = ("Network.requestWillBeSent", "Network.webSocketCreated")


@dataclass(frozen=True, slots=True)
class Page:
    """One tab. `driver` is Selenium's, for elements, keys and scripts."""

    driver: Chrome

    def open(self, file: Path) -> None:
        """Open a file of this machine; what was recorded before it is forgotten."""
        self._log("performance")
        self._log("browser")
        self.driver.get(file.resolve().as_uri())

    def console_errors(self) -> list[str]:
        """Return the errors written to the console since this was last asked."""
        return [entry["message"] for entry in self._log("browser") if entry["level"] == "SEVERE"]

    def requests(self) -> list[str]:
        """Return the addresses that the page asked for since this was last asked: none, if it is one whole file.

        Files beside it count. What a worker asks for, and hints to connect or look a name up, are not seen.
        """
        entries = []
        while new := self._log("performance"):
            entries += new
            time.sleep(_SETTLES_IN)
        said = [json.loads(entry["message"])["message"] for entry in entries]
        asked = [
            (event["params"].get("request") or event["params"])["url"] for event in said if event["method"] in _ASKING
        ]
        own = self.driver.current_url.partition("#")[0]
        return [address for address in asked if address != own and not address.startswith(("data:", "blob:"))]

    def size(self, width: int, height: int = 800) -> None:
        """Show the page at this size in CSS pixels; 320 wide is a phone, or a screen of 1280 at 400 % zoom."""
        self._tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(
        self,
        *,
        scheme: Literal["light", "dark"] = "light",
        less_motion: bool = False,
        printed: bool = False,
        forced: bool = False,
    ) -> None:
        """Show the page as it is to someone with these settings, or on paper."""
        features = {
            "prefers-color-scheme": scheme,
            "prefers-reduced-motion": "reduce" if less_motion else "no-preference",
            "forced-colors": "active" if forced else "none",
        }
        self._tell(
            "Emulation.setEmulatedMedia",
            media="print" if printed else "",
            features=[{"name": name, "value": value} for name, value in features.items()],
        )

    def downloads(self, folder: Path) -> None:
        """Put what is downloaded from now on into a folder."""
        self._tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))

    def scripts(self, *, on: bool) -> None:
        """Switch the scripts of pages opened from now on off, or on again."""
        self._tell("Emulation.setScriptExecutionDisabled", value=not on)

    def _tell(self, command: str, **parameters: Any) -> None:
        self.driver.execute_cdp_cmd(command, parameters)

    def _log(self, name: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.driver.get_log(name)  # type: ignore[no-untyped-call]  # Selenium's gap
        return entries


@contextmanager
def running_chromium() -> Iterator[Chrome]:
    """Start Chromium with a profile of its own, and end it with the profile.

    Raises:
        RuntimeError: Chromium or its driver is not on the PATH.
    """
    options = ChromeOptions()
    options.binary_location = program(*_NAMES)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = Chrome(options, ChromeService(program("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


@contextmanager
def new_page(driver: Chrome) -> Iterator[Page]:
    """Open a tab of its own, so that nothing of one test reaches the next, and close it."""
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    try:
        yield Page(driver)
    finally:
        driver.close()
        driver.switch_to.window(first)
