"""Data sets: FashionMNIST, the built-in garments, and data of one's own, read without trust."""
