import psycopg
import pytest

from kring.command.postgres_cluster import throwaway_cluster


@pytest.mark.slow
def test_a_cluster_serves_and_goes():
    with throwaway_cluster() as url, psycopg.connect(url) as line:
        assert line.execute("SELECT 1 + 1").fetchone() == (2,)
        assert line.execute("SHOW fsync").fetchone() == ("on",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
