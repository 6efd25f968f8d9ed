from django.apps import AppConfig


class TalkRoom(AppConfig):
    name = "kring.web.talk"
    label = "talk"
    default_auto_field = "django.db.models.BigAutoField"
