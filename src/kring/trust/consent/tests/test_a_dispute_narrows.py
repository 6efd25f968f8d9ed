"""Of several who decide about a child the strictest counts: a dispute narrows, never widens."""

import pytest
from django.core.exceptions import ValidationError
from tests.cast import LONG_AGO, MONDAY, acting, kempen, peeters_el_amrani, person

from kring.registry.people.models import Relation
from kring.trust.consent.actions import judge_ability, record_consent
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import answers_about, deciders_among

pytestmark = pytest.mark.django_db
ALL = ["*"]
SCHOOL, BOTH = ["school"], ["school", "health"]

TABLE = [
    # what the mother says, what the father says, what is open, whether it is refused
    (None, None, None, False),
    (("yes", []), None, ALL, False),
    (None, ("yes", SCHOOL), SCHOOL, False),
    (("yes", []), ("yes", []), ALL, False),
    (("yes", []), ("yes", SCHOOL), SCHOOL, False),
    (("yes", BOTH), ("yes", SCHOOL), SCHOOL, False),
    (("yes", ["health"]), ("yes", SCHOOL), [], False),
    (("yes", []), ("not_now", []), None, False),
    (("yes", []), ("no", []), None, True),
    (("no", []), ("yes", []), None, True),
    (("no", []), ("no", []), None, True),
    (("not_now", []), None, None, False),
]


@pytest.mark.parametrize(("mother", "father", "opened", "refused"), TABLE)
def test_the_strictest_of_two_parents_counts(mother, father, opened, refused) -> None:
    network, home = kempen(), peeters_el_amrani()
    tom = person("Tom", "Peeters")
    Relation.objects.create(person=tom, to=home.noor, type="vader", starts_at=LONG_AGO)
    receiver = network.bram.roles.get().organisation
    for parent, said in ((home.sofia, mother), (tom, father)):
        if said is not None:
            record_consent(
                person=home.noor,
                purpose=Consent.Purpose.SHARE,
                outcome=said[0],
                domains=said[1],
                decided_by=parent,
                organisation=receiver,
                by=acting(network.nele),
                at=MONDAY,
            )
    deciders = deciders_among([home.noor], MONDAY)
    assert deciders[home.noor.pk] == {home.sofia.pk, tom.pk}
    answers = answers_about(deciders, MONDAY, organisations=[receiver.pk])
    found = answers.opened.get(home.noor.pk)
    assert (None if found is None else sorted(found)) == (None if opened is None else sorted(opened))
    assert (home.noor.pk in answers.refused) is refused


@pytest.mark.parametrize(
    ("about", "answers", "allowed"),
    [
        ("sofia", None, True),
        ("sofia", "tom", False),
        ("younes", None, True),
        ("younes", "sofia", False),
        ("noor", None, False),
        ("noor", "sofia", True),
        ("noor", "younes", False),
    ],
)
def test_nobody_answers_for_another_adult_or_an_able_minor(about, answers, allowed) -> None:
    network, home = kempen(), peeters_el_amrani()
    people = {"sofia": home.sofia, "younes": home.younes, "noor": home.noor, "tom": person("Tom", "P")}

    def answer() -> None:
        record_consent(
            person=people[about],
            purpose=Consent.Purpose.SHARE,
            outcome="yes",
            decided_by=people[answers] if answers else None,
            organisation=network.bram.roles.get().organisation,
            by=acting(network.nele),
            at=MONDAY,
        )

    if allowed:
        answer()
        assert Consent.objects.count() == 1
    else:
        with pytest.raises(ValidationError):
            answer()
        assert not Consent.objects.exists()


def test_what_a_parent_said_counts_no_more_once_the_child_decides() -> None:
    network, home = kempen(), peeters_el_amrani()
    receiver = network.bram.roles.get().organisation
    by = acting(network.nele)
    record_consent(
        person=home.noor,
        purpose=Consent.Purpose.SHARE,
        outcome="yes",
        decided_by=home.sofia,
        organisation=receiver,
        by=by,
        at=MONDAY,
    )
    judge_ability(
        person=home.noor,
        able=True,
        because="Noor legt zelf goed uit wat ze wil.",
        judged_by=network.nele,
        by=by,
        at=MONDAY,
    )
    deciders = deciders_among([home.noor], MONDAY)
    assert answers_about(deciders, MONDAY, organisations=[receiver.pk]).opened == {}
