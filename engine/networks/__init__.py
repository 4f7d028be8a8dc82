"""The networks whose activation is under study, and how they are declared (settings.py)."""
