"""Who may do what with a question; each rule as a sentence and as yes or no."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.registry.network.models import Worker
from kring.support.requests.models import Answer, AskerKind, Handover, Request
from kring.support.requests.states import GIVEN, HANDOVER_ASKED, OPEN
from kring.trust.access.circle import blocked_people, is_family_blocked
from kring.trust.access.readers import Reader
from kring.trust.consent.models import Consent
from kring.trust.consent.queries import agreed_themself

OWN_CIRCLE = gettext_lazy(
    "Deze vraag gaat over iemand van je eigen kring. Een collega neemt ze op zich."
)


class NotAllowed(Exception):
    """The deed is not this person's to do, or not now; the text is shown to them."""


def may(check: object, *args: object) -> bool:
    """Whether a ``check_may_…`` passes."""
    try:
        check(*args)  # type: ignore[operator]
    except NotAllowed:
        return False
    return True


def may_read(reader: Reader, request: Request) -> bool:
    """Whether one of ``requests_visible_to``: the same rule for a question that is at hand."""
    return reader.is_worker and (
        request.desk_id in reader.desk_ids
        or request.region_id in reader.intake_region_ids
        or reader.worker_id in (request.worker_id, request.referred_by_id)
    )


def may_read_handover(reader: Reader, handover: Handover) -> bool:
    """Both desks see that it is asked, and so does who leads the intake of their regions."""
    desks = (handover.from_desk, handover.to_desk)
    return any(
        desk.pk in reader.desk_ids or desk.region_id in reader.intake_region_ids for desk in desks
    )


def may_work_on(reader: Reader, request: Request) -> bool:
    return may(check_may_work_on, reader, request)


def check_may_work_on(reader: Reader, request: Request) -> None:
    """Only who is on duty at the desk where it lies, or leads its intake, works on a question."""
    if request.desk_id not in reader.desk_ids and request.region_id not in reader.intake_region_ids:
        raise NotAllowed(_("Deze vraag ligt niet bij jouw dienst."))


def check_is_open(request: Request) -> None:
    if request.state not in OPEN:
        raise NotAllowed(_("Deze vraag is al afgesloten."))


def check_not_own_circle(request: Request, worker: Worker) -> None:
    """Nobody works on a question of their own people, or of who lives with them."""
    asker = [request.asker_id] if request.asker_id is not None else []
    family = request.family_id
    own = family is not None and is_family_blocked(worker.pk, family)
    if own or blocked_people(worker.pk, asker):
        raise NotAllowed(OWN_CIRCLE)


def check_may_take(reader: Reader, request: Request) -> None:
    check_may_work_on(reader, request)
    check_is_open(request)
    if request.worker_id == reader.worker_id:
        raise NotAllowed(_("Je houdt deze vraag al."))
    if request.worker_id is not None:
        raise NotAllowed(_("Een collega houdt deze vraag al."))


def may_take(reader: Reader, request: Request) -> bool:
    return may(check_may_take, reader, request)


def check_may_let_go(reader: Reader, request: Request) -> None:
    check_may_work_on(reader, request)
    check_is_open(request)
    if request.worker_id is None:
        raise NotAllowed(_("Niemand houdt deze vraag."))


def may_let_go(reader: Reader, request: Request) -> bool:
    return may(check_may_let_go, reader, request)


def check_may_work_on_open(reader: Reader, request: Request) -> None:
    check_may_work_on(reader, request)
    check_is_open(request)


def may_work_on_open(reader: Reader, request: Request) -> bool:
    return may(check_may_work_on_open, reader, request)


def check_may_settle(reader: Reader, handover: Handover) -> None:
    """The receiving desk says yes or no to a hand-over, while it is asked."""
    if handover.to_desk_id not in reader.desk_ids:
        raise NotAllowed(_("Deze overdracht is niet aan jouw dienst gevraagd."))
    if handover.state != HANDOVER_ASKED:
        raise NotAllowed(_("Op deze overdracht is al geantwoord."))


def may_settle(reader: Reader, handover: Handover) -> bool:
    return may(check_may_settle, reader, handover)


def check_may_recall(reader: Reader, handover: Handover) -> None:
    """The sending desk may take its own question to hand over back."""
    if handover.from_desk_id not in reader.desk_ids:
        raise NotAllowed(_("Deze overdracht is niet door jouw dienst gevraagd."))
    if handover.state != HANDOVER_ASKED:
        raise NotAllowed(_("Op deze overdracht is al geantwoord."))


def may_recall(reader: Reader, handover: Handover) -> bool:
    return may(check_may_recall, reader, handover)


def check_may_accept_answer(reader: Reader, answer: Answer) -> None:
    """The service that was named as the starter says that it starts."""
    if answer.starter_id not in reader.organisation_ids:
        raise NotAllowed(_("Dit aanbod is niet aan jouw organisatie gevraagd."))
    if answer.state != GIVEN:
        raise NotAllowed(_("Op dit aanbod is al geantwoord."))


def may_accept_answer(reader: Reader, answer: Answer) -> bool:
    return may(check_may_accept_answer, reader, answer)


def stands_alone(request: Request) -> bool:
    """Whether this is a young person's own question, that no family may learn of by itself."""
    return request.asker_kind == AskerKind.YOUNG_PERSON


def check_may_get_family(request: Request) -> None:
    """A young person's own question joins a family only after her own yes, in words she was shown.

    Ground: decree of 7 May 2004 on the legal position of the minor: she asks help for herself.
    """
    if not stands_alone(request):
        return
    asker = request.asker
    if asker is None or not agreed_themself(asker, Consent.Purpose.JOIN_FAMILY):
        raise NotAllowed(_("Een jongere vroeg dit zelf. Vraag eerst aan de jongere of dit mag."))


def may_get_family(request: Request) -> bool:
    return may(check_may_get_family, request)


def check_may_lead_intake(reader: Reader, region_id: int) -> None:
    """The meeting of a region is led by who leads its intake."""
    if region_id not in reader.intake_region_ids:
        raise NotAllowed(_("Alleen wie de aanmelding van deze regio leidt, houdt dit overleg."))


def may_lead_intake(reader: Reader, region_id: int) -> bool:
    return may(check_may_lead_intake, reader, region_id)
