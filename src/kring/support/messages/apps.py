from django.apps import AppConfig


class MessagesRoom(AppConfig):
    name = "kring.support.messages"
    label = "family_messages"
    default_auto_field = "django.db.models.BigAutoField"
