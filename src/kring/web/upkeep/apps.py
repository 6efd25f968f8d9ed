from django.apps import AppConfig


class UpkeepRoom(AppConfig):
    name = "kring.web.upkeep"
    label = "upkeep"
    default_auto_field = "django.db.models.BigAutoField"
