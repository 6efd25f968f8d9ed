"""Somebody who walks through the pages, and looks at each of them with axe."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Walker:
    """One person at one browser. Every page that is met is looked at, once for each address."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.faults: list[str] = []
        self.seen: set[str] = set()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    def open(self, path: str) -> None:
        """Go to a path of the product."""
        self.page.goto(self.server + path)
        self.look()

    def fill(self, label: str, text: str) -> None:
        """Write into the field with this label."""
        self.page.get_by_label(label, exact=False).first.fill(text)

    def choose(self, label: str) -> None:
        """Tick the choice with this label."""
        self.page.get_by_label(label, exact=False).first.check()

    def press(self, name: str) -> None:
        """Press the button with this name."""
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()
        self.look()

    def follow(self, name: str) -> None:
        """Follow the link with this name."""
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()
        self.look()

    def reads(self, text: str) -> None:
        """These words stand on the page and can be seen."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def look(self) -> None:
        """Hold the page against the rules of accessibility, and against the width of a telephone."""
        address = self.page.url.split("?")[0]
        if address in self.seen:
            return
        self.seen.add(address)
        found: dict[str, Any] = Axe().run(self.page, options=RULES).response
        for fault in found["violations"]:
            where = "; ".join(str(node["target"]) for node in fault["nodes"][:3])
            self.faults.append(f"{address}: {fault['id']} ({fault['help']}) at {where}")

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(f"{self.page.url}: console: {message.text}")
