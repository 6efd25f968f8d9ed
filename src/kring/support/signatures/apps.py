from django.apps import AppConfig


class SignaturesRoom(AppConfig):
    name = "kring.support.signatures"
    label = "signatures"
    default_auto_field = "django.db.models.BigAutoField"
