"""What somebody looked at, and why, in the words of the screen."""

from django.utils.translation import gettext as _


def because_words(code: str) -> str:
    """Why somebody takes part, or looked."""
    return {
        "request": _("omdat hier een vraag van het gezin ligt"),
        "coach": _("als gezinscoach"),
        "counter": _("vanuit het onthaal"),
        "anchor_chosen": _("omdat het gezin dat koos"),
        "team.joined": _("als lid van het team rond het gezin"),
        "intake_lead": _("om de aanmelding te leiden"),
        "intake": _("om de aanmelding te leiden"),
        "coordinator": _("als coördinator"),
        "supporter": _("als gezinsondersteuner"),
        "scout": _("als kansenverkenner"),
        "helper": _("als hulpverlener"),
        "psychologist": _("als psycholoog"),
        "crisis": _("vanuit het crisismeldpunt"),
        "teamcoach": _("als teamcoach"),
        "manager": _("als leidinggevende"),
        "agency": _("vanuit het agentschap"),
        "privacy": _("om te waken over jullie gegevens"),
        "join": _("omdat hierom gevraagd en ja gezegd is"),
        "glass": _("met noodtoegang"),
        "copied": _("voor het eigen systeem"),
        "calendar": _("voor de eigen agenda"),
        "deputy": _("om te bellen, als vervanger"),
        "paper": _("om het plan op papier te geven"),
    }.get(code, _("voor het werk (%(role)s)") % {"role": code.replace("_", " ")} if code else "")


def page_words(route: str) -> str:
    """What somebody looked at."""
    return {
        **_around_the_plan(),
        "desk:questions": _("zag dit in de lijst van vragen"),
        "desk:today": _("zag dit in het overzicht van de dag"),
        "desk:question": _("las een vraag"),
        "desk:question_print": _("drukte een vraag af"),
        "desk:deed": _("werkte aan een vraag"),
        "desk:intake": _("besprak een vraag in het aanmeldingsoverleg"),
        "desk:intake_minutes": _("las het verslag van het aanmeldingsoverleg"),
        "family_file:family": _("las het dossier"),
        "family_file:families": _("zag het gezin in de lijst"),
        "family_file:looked": _("las wie keek"),
        "family_file:member": _("las de gegevens van een gezinslid"),
        "family_file:story": _("las het verhaal"),
        "family_file:note": _("las een stuk van het verhaal"),
        "family_file:correct_note": _("werkte aan een stuk van het verhaal"),
        "family_file:documents": _("zag de lijst van documenten"),
        "family_file:add_document": _("bewaarde een document"),
        "family_file:document": _("haalde een document op"),
        "family_file:consent": _("vroeg om toestemming"),
        "family_file:ability": _("keek wie beslist"),
        "family_file:sharing": _("schreef op wat gedeeld werd"),
        "family_file:rename": _("paste de naam van het gezin aan"),
        "guard:joins": _("zag een vraag om mee te helpen"),
        "guard:reviews": _("keek een noodtoegang na"),
        "carry:copy": _("kopieerde iets voor het eigen systeem"),
        "carry:export": _("las het eigen werk in"),
        "calendars:feed": _("haalde de eigen agenda op"),
        "paper:plan": _("drukte het gezinsplan af"),
        # The same words as a member: that somebody has an own access shows nowhere.
        "mine:access": _("las de gegevens van een gezinslid"),
        "shell:search": _("vond dit bij het zoeken"),
    }.get(route, _("bekeek dit"))


def _around_the_plan() -> dict[str, str]:
    """Help, meetings and thresholds."""
    return {
        "together:meetings": _("zag de afspraken"),
        "together:meeting": _("las een afspraak"),
        "together:meeting_deed": _("werkte aan een afspraak"),
        "together:plan_meeting": _("plande een afspraak"),
        "together:one_help": _("las welke hulp er is"),
        "together:help_deed": _("werkte aan de hulp"),
        "together:plan_help": _("plande hulp"),
        "chances:threshold": _("las een drempel die het gezin tegenkwam"),
        "chances:deed": _("werkte aan een drempel die het gezin tegenkwam"),
        "chances:log_for_family": _("meldde een drempel die het gezin tegenkwam"),
    }
