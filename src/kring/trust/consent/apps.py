from django.apps import AppConfig


class ConsentRoom(AppConfig):
    name = "kring.trust.consent"
    label = "consent"
    default_auto_field = "django.db.models.BigAutoField"
