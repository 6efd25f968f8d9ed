from django.apps import AppConfig


class CalendarsRoom(AppConfig):
    name = "kring.exchange.calendars"
    label = "calendars"
    default_auto_field = "django.db.models.BigAutoField"
