from django.apps import AppConfig


class LegalRoom(AppConfig):
    name = "kring.trust.legal"
    label = "legal"
    default_auto_field = "django.db.models.BigAutoField"
