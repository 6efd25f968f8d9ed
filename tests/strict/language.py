"""Every test begins in Dutch, with every catalogue compiled as its texts stand now."""

from django.utils import translation

from kring.command.preparing import PACKAGE_DIR, compile_catalogues


def pytest_configure() -> None:
    compile_catalogues(PACKAGE_DIR)


def pytest_runtest_setup() -> None:
    translation.deactivate()
