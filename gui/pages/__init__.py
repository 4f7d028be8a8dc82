"""One page of the window in each file: form in, Runner, Figure out."""
