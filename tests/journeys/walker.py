"""Somebody who walks through the pages, and looks at each of them with axe and with a ruler."""

import os
import re
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from kring.foundation.accounts.models import Account
from kring.registry.network.models import Worker

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What axe looks for, and that it need not describe what is right."""
SHAPE = "[...document.querySelectorAll('body *')].map(e => e.tagName + e.className).join()"
LOOKS = """() => [innerWidth, innerHeight, devicePixelRatio, document.title].join() +
    [...document.querySelectorAll('*')].map(e =>
        [e.tagName, e.className, e.lang, e.getAttributeNames(), !e.textContent.trim()]).join()"""
"""What axe judges by: the screen, and of each element what it is, carries, and whether it has words."""
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
JUDGED: set[str] = set()
"""How pages looked in which axe found no fault, in whichever journey they were met."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = os.environ.get("KRING_PICTURES", "")
"""A folder for pictures of every page that is met, for people who want to look along."""


class Walker:
    """One person at one browser. Every page that is met is looked at, once for each shape of it."""

    def __init__(self, page: Page, server: str, *, scripts: bool = True) -> None:
        self.page = page
        self.server = server
        self.scripts = scripts
        self.faults: list[str] = []
        self.seen: set[str] = set()
        self.refusals = {422}
        """Answers that are no fault: a form with something wrong in it, and what a test adds."""
        page.on("console", self._heard)
        page.on("response", self._answered)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))

    def signs_in(self, worker: Worker) -> None:
        """Sit down as this worker, with both steps of the sign-in behind them."""
        self.has_account(worker.account)

    def has_account(self, account: Account) -> None:
        """Sit down with this account."""
        client = Client()
        client.force_login(account)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.server}
        self.page.context.add_cookies([cookie])

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

    def unfold(self, words: str) -> Locator:
        """Open the form that is folded away under these words; without scripts a link leads to it."""
        fold = self.page.locator("details", has=self.page.locator("summary", has_text=words)).first
        fold.locator("summary").first.click()
        if not self.scripts:
            with self.page.expect_navigation():
                fold.get_by_role("link").first.click()
            return self.page.locator("main")
        fold.locator("form").first.wait_for()
        self.look()
        return fold

    def press(self, name: str) -> None:
        """Press the button with this name; it leads to a page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).first.click()
        self.look()

    def follow(self, name: str) -> None:
        """Follow the link with this name."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()
        self.look()

    def key(self, key: str) -> None:
        """Press a key that leads to a page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        self.look()

    def reads(self, text: str) -> None:
        """These words stand on the page and can be seen."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def does_not_read(self, text: str) -> None:
        """These words stand nowhere on the page, not even hidden."""
        assert text not in self.page.content()

    def look(self) -> None:
        """Hold the page against the rules of accessibility, and against the width of the screen."""
        if not self.scripts:
            return
        address = self.page.url.split("?")[0]
        shape = f"{address} {self.page.evaluate(SHAPE)}"
        if shape in self.seen:
            return
        self.seen.add(shape)
        self._judge(address)
        if (over := self.page.evaluate(TOO_WIDE)) > 0:
            self.faults.append(f"{address}: {over} pixels wider than the screen")
        if PICTURES:
            self._picture()

    def _judge(self, address: str) -> None:
        """Hold it against axe, where it did not judge the same page looking like this."""
        path = KEY.sub("key", address.removeprefix(self.server))
        looks = f"{path} {self.page.evaluate(LOOKS)}"
        if looks in JUDGED:
            return
        found: dict[str, Any] = Axe().run(self.page, options=RULES).response
        for fault in found["violations"]:
            where = "; ".join(str(node["target"]) for node in fault["nodes"][:3])
            self.faults.append(f"{address}: {fault['id']} ({fault['help']}) at {where}")
        if not found["violations"]:
            JUDGED.add(looks)

    def _picture(self) -> None:
        size = self.page.viewport_size or {"width": 0}
        path = re.sub(r"\W+", "-", self.page.url.split("/", 3)[-1])[:60]
        name = f"{path}-{size['width']}-{len(self.seen):02}.png"
        self.page.screenshot(path=Path(PICTURES) / name, full_page=True)

    def _heard(self, message: Any) -> None:
        said_already = message.text.startswith(("Failed to load resource", "Response Status Error Code"))
        if message.type == "error" and not said_already:
            self.faults.append(f"{self.page.url}: console: {message.text}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400 and response.status not in self.refusals:
            self.faults.append(f"{self.page.url}: {response.status} for {response.url}")
