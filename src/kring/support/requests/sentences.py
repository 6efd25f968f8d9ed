"""What happened to a question, in words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "request.asked": _("nam de vraag aan"),
        "request.described": _("vulde de vraag aan"),
        "request.taken": _("nam de vraag op zich"),
        "request.let_go": _("legde de vraag terug op de balie"),
        "request.got_family": _("schreef bij welk gezin de vraag hoort"),
        "request.left_family": _("haalde de vraag bij het gezin weg"),
        "request.supported": _("gaf ondersteuning"),
        "request.withdrawn": _("trok de vraag in"),
        "request.sent_to_special_route": _("stuurde de vraag naar een bijzondere weg"),
        "request.not_possible": _("sloot de vraag af: geen hulp mogelijk"),
        "request.moved": _("legde de vraag bij een andere dienst, omdat delen niet meer mag"),
        "sharing.withdrawn": _("stopte het delen met een organisatie"),
        "request.joined": _("voegde de vraag samen met een andere"),
        "handover.asked": _("vroeg een warme overdracht"),
        "handover.accepted": _("nam de vraag over"),
        "handover.refused": _("nam de vraag niet over"),
        "handover.recalled": _("trok de vraag om overdracht in"),
        "handover.reminded": _("stuurde een herinnering"),
        "handover.returned": _("gaf de vraag terug: geen antwoord"),
        "handover.call_me": _("vroeg om eerst te bellen"),
        "meeting.opened": _("opende het aanmeldingsoverleg"),
        "meeting.decided": _("besliste in het aanmeldingsoverleg"),
        "meeting.closed": _("sloot het aanmeldingsoverleg"),
        "file.staged": _("gaf een bestand met vragen in"),
        "file.row_corrected": _("verbeterde een rij van een bestand"),
        "file.row_skipped": _("sloeg een rij van een bestand over"),
        "answer.given": _("stelde een antwoord voor"),
        "answer.counted": _("gaf een duidelijk antwoord"),
        "answer.declined": _("kan niet starten"),
        "request.code_revoked": _("maakte de code ongeldig"),
        "light_contact.counted": _("telde een vraagje aan de balie"),
        "answer.disputed": _("zei: dit beantwoordt mijn vraag niet"),
    }
)
