from django.apps import AppConfig


class PortalRoom(AppConfig):
    name = "kring.web.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"
