from django.apps import AppConfig


class HousesRoom(AppConfig):
    name = "kring.offer.houses"
    label = "houses"
    default_auto_field = "django.db.models.BigAutoField"
