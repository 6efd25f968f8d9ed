from django.apps import AppConfig


class SavedRoom(AppConfig):
    name = "kring.offer.saved"
    label = "saved"
    default_auto_field = "django.db.models.BigAutoField"
