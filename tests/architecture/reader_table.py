"""Draws the reader table into the docs: ``python -m tests.architecture.reader_table``."""

from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module("tests.architecture.reader_page").write()
