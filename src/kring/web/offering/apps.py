from django.apps import AppConfig


class OfferingRoom(AppConfig):
    name = "kring.web.offering"
    label = "offering"
    default_auto_field = "django.db.models.BigAutoField"
