"""What the journal says about accounts."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.journal.sentences import register

register(
    {
        "accounts.created": _("maakte deze account"),
        "accounts.corrected": _("verbeterde de naam of het adres van deze account"),
        "accounts.invited": _("stuurde een uitnodiging om een wachtwoord te kiezen"),
        "accounts.invitation_used": _("koos het eerste wachtwoord"),
        "accounts.disabled": _("sloot deze account"),
        "accounts.enabled": _("opende deze account opnieuw"),
        "accounts.sessions_ended": _("meldde deze account overal af"),
        "accounts.language_chosen": _("koos een andere taal"),
        "accounts.signed_in": _("meldde zich aan"),
        "accounts.signed_out": _("meldde zich af"),
        "accounts.sign_in_failed": _("probeerde zich aan te melden, zonder succes"),
        "accounts.code_refused": _("gaf een foute code bij het aanmelden"),
        "accounts.password_changed": _("koos een ander wachtwoord"),
        "accounts.reset_asked": _("vroeg een nieuw wachtwoord"),
        "accounts.second_factor_set": _("stelde een tweede stap in"),
        "accounts.second_factor_removed": _("verwijderde een tweede stap"),
        "accounts.recovery_codes_renewed": _("maakte nieuwe herstelcodes"),
        "accounts.identity_linked": _("koppelde een externe aanmelding"),
    }
)
