from django.apps import AppConfig


class CourtRoom(AppConfig):
    name = "kring.web.court"
    label = "court"
    default_auto_field = "django.db.models.BigAutoField"
