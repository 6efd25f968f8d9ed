from django.apps import AppConfig


class NotesRoom(AppConfig):
    name = "kring.support.notes"
    label = "notes"
    default_auto_field = "django.db.models.BigAutoField"
