"""Examples of what people do with data sets."""
