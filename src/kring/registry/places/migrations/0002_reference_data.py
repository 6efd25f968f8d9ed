from django.db import migrations

from kring.registry.places.loading import load_places


def forwards(apps, schema_editor):
    load_places(apps)


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
