import pytest

from kring.offer.directory.search.folder import BeingWritten, only_writer
from kring.offer.directory.search.tests.conftest import SERVICES
from kring.offer.directory.search.writing import change, rebuild


def test_a_second_writer_is_refused(tmp_path):
    rebuild(tmp_path, SERVICES)
    with only_writer(tmp_path):
        with pytest.raises(BeingWritten):
            rebuild(tmp_path, SERVICES)
        with pytest.raises(BeingWritten):
            change(tmp_path, drop=["care"])
    change(tmp_path, drop=["care"])
