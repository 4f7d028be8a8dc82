"""Data sets: FashionMNIST from its files, and the built-in garments."""
