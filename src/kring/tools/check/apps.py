from django.apps import AppConfig


class CheckRoom(AppConfig):
    name = "kring.tools.check"
    label = "check"
    default_auto_field = "django.db.models.BigAutoField"
