from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


class DeadlinesRoom(AppConfig):
    name = "kring.foundation.deadlines"
    label = "deadlines"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The terms are part of the schema: they come with ``migrate``, no deed of the domain."""
        load = import_string("kring.foundation.deadlines.loading.load_after_migrate")
        post_migrate.connect(load, sender=self, dispatch_uid="deadlines.terms")
