"""What a page may not hold: inline script or style (the CSP refuses both), unrendered template."""

import re
from html.parser import HTMLParser

DATA_SCRIPTS = {"application/json", "application/ld+json"}
UNRENDERED = re.compile(r"\{\{|\{%|\{#")
SUSPECT = re.compile(
    r"<style|<script(?![^>]*\ssrc=)|[\s\"'/](?:style|(?:hx-)?on[\w:.-]*)\s*=|javascript"
    r"|\{\{|\{%|\{#|&#(?!x27;|39;)|&(?:lcub|lbrace|percnt|num);",
    re.IGNORECASE,
)
"""What a page with a fault holds, and hardly any other: reading it whole takes as long as making it."""


class _Inspection(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._inside: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        data = tag == "script" and found.get("type") in DATA_SCRIPTS
        self._inside = "data" if data else tag
        if tag == "style" or (tag == "script" and "src" not in found and not data):
            self.faults.append(f"inline <{tag}>")
        for name, value in attrs:
            if name == "style" or name.startswith(("on", "hx-on")):
                self.faults.append(f"{name}= on <{tag}>")
            if value and value.strip().lower().startswith("javascript:"):
                self.faults.append(f"javascript: in {name}= of <{tag}>")
            if value and UNRENDERED.search(value):
                self.faults.append(f"unrendered template in {name}= of <{tag}>: {value[:60]}")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature is given
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside != "data" and (found := UNRENDERED.search(data)):
            self.faults.append(f"unrendered template: {data[found.start() :][:60].strip()}")


def faults_in(html: str) -> list[str]:
    """Everything in a page that may not be there."""
    if not SUSPECT.search(html):
        return []
    inspection = _Inspection()
    inspection.feed(html)
    return inspection.faults
