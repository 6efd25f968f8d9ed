"""What stands beside the goals: strengths and worries, what a child says, what keeps it safe."""

from datetime import datetime
from uuid import uuid4

from kring.foundation.classes.facts import DataClass
from kring.foundation.journal.actor import Actor
from kring.foundation.journal.recording import action, nothing_changed, record
from kring.registry.people.models import Person
from kring.support.plans.makers import Maker, NewChildLine, NewRemark, NewSafety
from kring.support.plans.models import ChildLine, Plan, Remark, SafetyAgreement
from kring.support.plans.rules import (
    check_child_line,
    check_concerns,
    check_is_active,
    check_remark_words,
    check_safety,
)
from kring.trust.access.items import class_item
from kring.trust.access.models import ToldBy
from kring.trust.access.told import class_of_told

REMARK_KIND, CHILD_LINE_KIND, SAFETY_KIND = "remark", "child_line", "safety_agreement"


@action
def add_remark(*, plan: Plan, remark: NewRemark, maker: Maker, by: Actor, at: datetime) -> Remark:
    """Keep what goes well or what somebody worries about; the same key twice is one remark."""
    known = Remark.objects.filter(key=remark.key, plan=plan).first() if remark.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(plan)
    check_remark_words(remark.words)
    check_concerns(remark.about)
    item = class_item(
        kind=REMARK_KIND,
        about=remark.about,
        data_class=class_of_told(maker.told_by),
        told_by=maker.told_by,
        owner=maker.organisation or plan.owner,
        author=maker.worker,
        named=[maker.person] if maker.person is not None else [],
        at=at,
    )
    made = Remark.objects.create(
        key=remark.key or uuid4(),
        plan=plan,
        item=item,
        kind=remark.kind,
        words=remark.words.strip(),
        words_language=remark.language,
        said_at=at,
    )
    about = [("remark", made.key), *(("person", person.key) for person in remark.about)]
    record(by=by, at=at, did="remark.added", about=about)
    return made


@action
def tell_child_line(
    *, plan: Plan, child: Person, line: NewChildLine, maker: Maker, by: Actor, at: datetime
) -> ChildLine:
    """Keep what a child says, or why nobody spoke with it; earlier lines stay.

    No parent reads it unless the child said they may. Raises ValidationError.
    """
    known = ChildLine.objects.filter(key=line.key, plan=plan).first() if line.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(plan)
    check_child_line(line, at)
    item = class_item(
        kind=CHILD_LINE_KIND,
        about=[child],
        data_class=class_of_told(ToldBy.SELF),
        told_by=ToldBy.SELF,
        owner=maker.organisation or plan.owner,
        author=maker.worker,
        alone=not line.parents_may_read,
        named=[child] if maker.person == child else [],
        hidden_from=line.hidden_from,
        at=at,
    )
    made = ChildLine.objects.create(
        key=line.key or uuid4(),
        plan=plan,
        item=item,
        child=child,
        words=line.words.strip(),
        words_language=line.language,
        spoken_alone_on=line.spoken_alone_on,
        spoken_by=maker.worker if line.spoken_alone_on is not None else None,
        not_spoken_because=line.not_spoken_because.strip(),
        what_makes_safe=line.what_makes_safe.strip(),
        told_at=at,
    )
    about = [("child_line", made.key), ("person", child.key)]
    record(by=by, at=at, did="child_line.told", about=about)
    return made


@action
def agree_on_safety(
    *, plan: Plan, agreed: NewSafety, maker: Maker, by: Actor, at: datetime
) -> SafetyAgreement:
    """Keep who calls whom and where to go, known to the named alone where it hides from somebody.

    It is then of the class of a protected address, because it says where somebody goes; and the
    entry names only whom it is for. Raises ValidationError.
    """
    known = SafetyAgreement.objects.filter(key=agreed.key, plan=plan).first() if agreed.key else None
    if known is not None:
        nothing_changed()
        return known
    check_is_active(plan)
    check_safety(agreed)
    own = [maker.person] if maker.person is not None else []
    item = class_item(
        kind=SAFETY_KIND,
        about=agreed.about,
        data_class=DataClass.PROTECTED_ADDRESS if agreed.hidden_from else DataClass.OPEN,
        told_by=maker.told_by,
        owner=maker.organisation or plan.owner,
        author=maker.worker,
        named=dict.fromkeys([*agreed.known_by, *own]),
        hidden_from=agreed.hidden_from,
        at=at,
    )
    made = SafetyAgreement.objects.create(
        key=agreed.key or uuid4(),
        plan=plan,
        item=item,
        calls=agreed.calls.strip(),
        goes_to=agreed.goes_to.strip(),
        agreed_at=at,
    )
    about = [("safety_agreement", made.key), *(("person", person.key) for person in agreed.about)]
    record(by=by, at=at, did="safety.agreed", about=about)
    return made


@action
def end_safety(*, agreed: SafetyAgreement, version: int, by: Actor, at: datetime) -> None:
    """Let a safety agreement end. Raises StaleRecord when another save came first."""
    agreed.save_from(version, ends_at=at)
    rows = agreed.item.subjects.select_related("person").order_by("pk")
    about = [("safety_agreement", agreed.key), *(("person", row.person.key) for row in rows)]
    record(by=by, at=at, did="safety.ended", about=about)
