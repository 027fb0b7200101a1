"""Reading modules of torch as networks."""
