"""A made-up directory for measurements, and questions whose right answer is known.

The name of each service is what a pair of words means, one of some house names, and a word of its own.
A question asks the typed form and the house name, near the service and for an age it takes: the house
name alone is that of far more than twenty services in the circle, so both words are needed.
"""

import math
import random
from dataclasses import dataclass

from kring.offer.directory.search.documents import Document, Point, Query, TextField
from kring.tools.bench.search_words import Half, Pair, pairs

SEED = 20261
TOWNS, TOWN_KM, SERVICES_A_HOUSE, ASKED_KM = 300, 3.0, 1_500, 22.0
SOUTH, NORTH, WEST, EAST = 50.72, 51.42, 2.65, 5.75
FILLERS, OWN_NAMES, WORDS_OF_TEXT, TELLING_SHARE = 6_000, 20_000, 24, 0.25
SYLLABLES = [
    f"{head}{middle}{tail}"
    for head in "b d g h k l m n p r s t v w z br dr gr kl kr pl sch sl sn sp st tr vl zw".split()
    for middle in "a e i o u aa ee oo uu ie oe ei ij ui ou".split()
    for tail in ("", "k", "l", "m", "n", "p", "r", "s", "t", "rk", "nd", "st")
]
HOUSES = (
    "zonnebloem klaver eikenboom wilgenhof regenboog vuurtoren kompas horizon nachtegaal zwaluw libel "
    "vlinder egelantier boterbloem korenaar lindedreef meander bronwater waterlelie duinroos heidebloem "
    "merel roodborst ooievaar kievit leeuwerik bever otter eekhoorn haselaar esdoorn kastanje hulst "
    "klimop varen lavendel tijm rozemarijn kamille papaver madelief sneeuwklokje krokus narcis hyacint "
    "pioen magnolia jasmijn sering vlier meidoorn sleedoorn braam framboos kruisbes morel reinette "
    "mirabel kweepeer mispel"
).split()


@dataclass(frozen=True, slots=True)
class Case:
    """A question and the key of the service that must be among the first twenty."""

    pair: Pair
    query: Query
    key: str


class World:
    """Services and questions, the same for the same number."""

    def __init__(self, services: int) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - a measurement must be repeatable
        self.pairs = pairs()
        self._meant = sorted({pair.meant for pair in self.pairs})
        self._fillers = sorted({self._made_up() for _word in range(FILLERS)})
        self._own = sorted({self._made_up() for _word in range(OWN_NAMES)})
        self._towns = [self._anywhere() for _town in range(TOWNS)]
        self._houses = HOUSES[: max(2, services // SERVICES_A_HOUSE)]
        self.documents = [self._service(number) for number in range(services)]

    def cases(self, half: Half) -> list[Case]:
        """One question for each pair of one half."""
        chance = random.Random(SEED + 1)  # noqa: S311
        count, kinds = len(self.documents), len(self._meant)
        found = []
        for pair in self.pairs:
            if pair.half == half:
                first = self._meant.index(pair.meant)
                target = self.documents[chance.randrange(first, count, kinds)]
                found.append(Case(pair, self._question(pair, target, chance), target.key))
        return found

    def _question(self, pair: Pair, target: Document, chance: random.Random) -> Query:
        words = [pair.asked, house_of(target)]
        chance.shuffle(words)
        age = chance.randrange(target.age_from or 0, target.age_to or 216)
        near = self._beside(target.point or self._towns[0], ASKED_KM, chance)
        return Query(text=" ".join(words), near=near, age=age)

    def _service(self, number: int) -> Document:
        chance = self._chance
        meant = self._meant[number % len(self._meant)]
        name = f"{meant} {chance.choice(self._houses)} {chance.choice(self._own)}"
        telling = int(WORDS_OF_TEXT * TELLING_SHARE)
        text = chance.choices(self._meant, k=telling)
        text += chance.choices(self._fillers, k=WORDS_OF_TEXT - telling)
        first = chance.choice([-9, 0, 0, 6, 12, 30, 36, 72, 144])
        town = self._towns[min(int(chance.expovariate(1) * TOWNS / 4), TOWNS - 1)]
        return Document(
            key=f"service-{number}",
            texts={TextField.NAME: {"nl": name.capitalize()}, TextField.TEXT: {"nl": " ".join(text)}},
            point=self._beside(town, TOWN_KM, chance),
            age_from=first,
            age_to=first + chance.choice([12, 36, 72, 216]),
            languages=frozenset(chance.sample(["nl", "fr", "en", "ar", "tr"], 2)),
            open_days=frozenset(chance.sample(range(1, 8), 3)),
            free_now=chance.random() < 0.1,
            remote=chance.random() < 0.05,
        )

    def _made_up(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.choice([2, 2, 3])))

    def _anywhere(self) -> Point:
        return Point(self._chance.uniform(SOUTH, NORTH), self._chance.uniform(WEST, EAST))

    @staticmethod
    def _beside(point: Point, km: float, chance: random.Random) -> Point:
        way, far = chance.uniform(0, 2 * math.pi), km * math.sqrt(chance.random()) / 111.2
        east = far * math.cos(way) / math.cos(math.radians(point.lat))
        return Point(point.lat + far * math.sin(way), point.lon + east)


def name_of(document: Document) -> str:
    """The Dutch name."""
    return document.texts[TextField.NAME]["nl"]


def house_of(document: Document) -> str:
    """The house name: the last but one word of the name."""
    return name_of(document).split()[-2]
