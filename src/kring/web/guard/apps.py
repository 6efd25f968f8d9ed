from django.apps import AppConfig


class GuardRoom(AppConfig):
    name = "kring.web.guard"
    label = "guard"
    default_auto_field = "django.db.models.BigAutoField"
