from django.apps import AppConfig


class MeetingsRoom(AppConfig):
    name = "kring.support.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
