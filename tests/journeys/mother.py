"""A mother at her telephone: she asks, keeps her code, and looks where her question lies."""

import re

from tests.journeys.walker import Walker

WORDS = "De ochtenden lopen altijd uit op ruzie. Ik weet niet meer hoe het moet."
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def asks(mother: Walker, **more: str) -> str:
    """She asks her question on the web; the code she writes down."""
    mother.open("/")
    mother.follow("Ik heb een vraag")
    mother.fill("Wat wil je vragen?", more.get("words", WORDS))
    mother.fill("Hoe mogen we je noemen?", "Sofia")
    mother.fill("In welke gemeente woon je?", "Geel")
    if safe := more.get("home_safe"):
        mother.page.get_by_role("group", name="Is het thuis veilig?").get_by_label(safe).check()
    mother.press("Verstuur")
    return code_on(mother)


def code_on(page: Walker) -> str:
    """The code that stands on the page."""
    found = CODE.search(page.page.locator("main").inner_text())
    assert found, "no code on the page"
    return found.group()


def looks(mother: Walker, code: str, *, names: bool = False) -> None:
    """She types her code on the status page, and shows the names when nobody looks along."""
    mother.open("/stand")
    mother.fill("Jouw code", code)
    mother.press("Kijk")
    if names:
        mother.press("Toon")
