"""Kring: the circle of people around a family."""
