from django.apps import AppConfig


class PaperRoom(AppConfig):
    name = "kring.web.paper"
    label = "paper"
    default_auto_field = "django.db.models.BigAutoField"
