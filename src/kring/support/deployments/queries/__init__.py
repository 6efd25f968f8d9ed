from kring.support.deployments.queries.ahead import gap_in, gaps_for
from kring.support.deployments.queries.course import deployment_for, deployments_for, help_about

__all__ = ["deployment_for", "deployments_for", "gap_in", "gaps_for", "help_about"]
