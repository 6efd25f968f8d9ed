"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.settings")
application = get_wsgi_application()

# Half a million objects of the framework live as long as the process: looking through them again
# and again costs every page a tenth of its time, and never frees one.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
