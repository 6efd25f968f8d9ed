"""Pages asked for in French or English hold no Dutch text of ours, only what people wrote."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from html.parser import HTMLParser

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from kring.command.catalogues import catalogue_of
from kring.foundation.journal.actor import VISITOR
from kring.registry.network.models import RoleType, Worker, WorkerRole
from kring.support.requests.actions import Question, ask
from kring.support.requests.models import AskerKind, Door
from tests.architecture.source import none_of
from tests.cast import MONDAY, Network, kempen, peeters_el_amrani

pytestmark = pytest.mark.django_db

OPEN_TO_ALL = ["/welkom", "/vraag", "/stand", "/aanmelden/", "/aanmelden/vergeten/", "/niets/"]
OF_WORKERS = [
    *["/", "/vandaag/", "/vragen/", "/vragen/inlezen/", "/overdrachten/", "/overleg/aanmelding/"],
    *["/balie/", "/doorverwijzen/", "/doorverwijzen/consult/", "/gezinnen/", "/zoeken/?q=peeters"],
    *["/partners/", "/partners/kaart/", "/aanmelden/mijn-account/", "/aanmelden/tweede-stap/"],
    *["/te-bellen/", "/berichten/", "/termijnen/", "/bewaren/"],
]
SAID_ALOUD = {"aria-label", "title", "placeholder", "alt", "content", "label"}
GAP = re.compile(r"%\([a-z_]+\)[sd]")
LONG = 25
"""From this many signs on a Dutch text is looked for inside longer texts as well."""


class Spoken(HTMLParser):
    """What a page says: its texts and the attributes that are read aloud, code and style not."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._quiet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet = tag in {"script", "style", "textarea"}
        self.said += [value for name, value in attrs if name in SAID_ALOUD and value]
        kinds = dict(attrs)
        if tag == "input" and kinds.get("type") in {"submit", "button"}:
            self.said.append(kinds.get("value") or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature is given
        self._quiet = False

    def handle_data(self, data: str) -> None:
        if not self._quiet and data.strip():
            self.said.append(" ".join(data.split()))


@cache
def dutch_only(language: str) -> tuple[dict[str, re.Pattern[str]], frozenset[str]]:
    """Dutch texts that say something else in this language: long ones as patterns, short ones whole."""
    patterns, whole = {}, set()
    for message in catalogue_of(language):
        if not message.id:
            continue
        pairs = zip(_strings(message.id), _strings(message.string), strict=True)
        for dutch, words in pairs:
            if dutch == words or "<" in dutch:
                continue
            if len(GAP.sub("", dutch)) >= LONG:
                parts = [re.escape(part) for part in GAP.split(" ".join(dutch.split()))]
                patterns[dutch] = re.compile(".+".join(parts))
            elif not GAP.search(dutch):
                whole.add(dutch)
    translated = {words for message in catalogue_of(language) for words in _strings(message.string)}
    own_names = {name for _code, name in settings.LANGUAGES}  # the switch says each in its language
    return patterns, frozenset(whole - translated - own_names)


def _strings(words: str | tuple[str, ...] | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def dutch_in(page: str, language: str) -> Iterator[str]:
    """The Dutch texts of ours that a page still says."""
    patterns, whole = dutch_only(language)
    spoken = Spoken()
    spoken.feed(page)
    for said in spoken.said:
        if said in whole:
            yield said
        yield from (dutch for dutch, pattern in patterns.items() if pattern.search(said))


@pytest.fixture(autouse=True)
def _on_wednesday() -> Iterator[None]:
    with time_machine.travel(MONDAY + timedelta(days=2), tick=False):
        yield


def everything(worker: Worker) -> None:
    """A role that opens every page of the network."""
    grants = sorted({grant for role in RoleType.objects.all() for grant in role.grants})
    role = RoleType.objects.create(code="everything", name={"nl": "alles"}, grants=grants)
    WorkerRole.objects.filter(worker=worker).update(role=role)


def a_question(network: Network) -> str:
    people = peeters_el_amrani()
    question = Question(
        door=Door.WEB,
        asker_kind=AskerKind.FAMILY,
        words="De ochtenden lopen uit op ruzie.",
        family=people.family,
        asker=people.sofia,
    )
    return str(ask(question=question, desk=network.counter, by=VISITOR, at=MONDAY).key)


def page_of(client: Client, path: str, language: str) -> str:
    response = client.get(path, follow=True, headers={"accept-language": language})
    assert response.status_code in {200, 404}, f"{path}: {response.status_code}"
    page = response.content.decode()
    assert f'<html lang="{language}"' in page, path
    return page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", OPEN_TO_ALL)
def test_pages_for_all(language: str, path: str) -> None:
    none_of(dutch_in(page_of(Client(), path, language), language))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_of_workers(language: str) -> None:
    network = kempen()
    key = a_question(network)
    account = network.nele.account
    assert account is not None
    everything(network.nele)
    account.language = language
    account.save()
    client = Client()
    client.force_login(account)
    partners = [
        f"/partners/balie/{network.counter.key}/",
        f"/partners/samenwerking/{network.region.key}/",
        f"/partners/medewerker/{network.nele.key}/afwezig/",
    ]
    none_of(
        f"{path}: {dutch}"
        for path in [*OF_WORKERS, *partners, f"/vragen/{key}/", f"/vragen/{key}/afdruk/"]
        for dutch in dutch_in(page_of(client, path, language), language)
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_refused_question_says_what_is_wrong_in_that_language(language: str) -> None:
    response = Client().post("/vraag", {}, headers={"accept-language": language})
    said = {"fr": "Écrivez ici ce que vous voulez demander.", "en": "Write here what you want to ask."}
    page = response.content.decode()
    assert said[language] in page
    none_of(dutch_in(page, language))


def test_the_look_out_finds_dutch() -> None:
    page = "<h1>Waar ligt mijn vraag?</h1><button title='Snel weg'>x</button>"
    assert set(dutch_in(page, "fr")) == {"Waar ligt mijn vraag?", "Snel weg"}
