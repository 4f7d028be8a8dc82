"""What can be said of a function by itself."""
