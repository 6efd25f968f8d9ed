from django.apps import AppConfig


class PlacesRoom(AppConfig):
    name = "kring.registry.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
