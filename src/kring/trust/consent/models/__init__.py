from kring.trust.consent.models.ability import AbilityJudgement
from kring.trust.consent.models.consent import Consent, FeltForced
from kring.trust.consent.models.sharing import Sharing

__all__ = ["AbilityJudgement", "Consent", "FeltForced", "Sharing"]
