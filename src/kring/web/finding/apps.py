from django.apps import AppConfig


class FindingRoom(AppConfig):
    name = "kring.web.finding"
    label = "finding"
    default_auto_field = "django.db.models.BigAutoField"
