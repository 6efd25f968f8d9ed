from django.apps import AppConfig


class TogetherRoom(AppConfig):
    name = "kring.web.together"
    label = "together"
    default_auto_field = "django.db.models.BigAutoField"
