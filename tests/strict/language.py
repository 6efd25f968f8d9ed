"""Every test begins in Dutch: the language of one test does not reach the next."""

from django.utils import translation


def pytest_runtest_setup() -> None:
    translation.deactivate()
