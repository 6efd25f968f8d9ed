from django.apps import AppConfig


class DeskRoom(AppConfig):
    name = "kring.web.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
