from django.db import migrations

from kring.registry.network.loading import load_roles


def forwards(apps, schema_editor):
    load_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
