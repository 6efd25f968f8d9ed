from django.apps import AppConfig


class DocumentsRoom(AppConfig):
    name = "kring.support.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
