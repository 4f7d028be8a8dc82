"""What can be said of a network on data."""
