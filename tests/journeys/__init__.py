"""The journeys: real people's ways through the product, in Chromium, on both databases."""
