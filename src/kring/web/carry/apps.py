from django.apps import AppConfig


class CarryRoom(AppConfig):
    name = "kring.web.carry"
    label = "carry"
    default_auto_field = "django.db.models.BigAutoField"
