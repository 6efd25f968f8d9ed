from django.apps import AppConfig


class ChancesRoom(AppConfig):
    name = "kring.web.chances"
    label = "chances"
    default_auto_field = "django.db.models.BigAutoField"
