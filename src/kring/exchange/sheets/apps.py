from django.apps import AppConfig


class SheetsRoom(AppConfig):
    name = "kring.exchange.sheets"
    label = "sheets"
    default_auto_field = "django.db.models.BigAutoField"
