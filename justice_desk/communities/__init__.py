"""The communities a desk serves: their authorities and terms of office, their places, the country's profile in use."""
