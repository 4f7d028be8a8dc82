"""Speed as ratios: everything is measured against a named baseline in one interleaved run."""
