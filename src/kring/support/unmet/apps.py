from django.apps import AppConfig


class UnmetRoom(AppConfig):
    name = "kring.support.unmet"
    label = "unmet"
    default_auto_field = "django.db.models.BigAutoField"
