from django.apps import AppConfig


class HouseRoom(AppConfig):
    name = "kring.web.house"
    label = "house"
    default_auto_field = "django.db.models.BigAutoField"
