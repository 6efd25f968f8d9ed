from django.apps import AppConfig


class MineRoom(AppConfig):
    name = "kring.web.mine"
    label = "mine"
    default_auto_field = "django.db.models.BigAutoField"
