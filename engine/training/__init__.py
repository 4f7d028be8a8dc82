"""Training of networks: settings, the trainer (a generator of records) and checkpoints."""
