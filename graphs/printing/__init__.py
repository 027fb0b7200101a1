"""How a drawing becomes Python a person would have written: formulas, places, classes, function bodies, sources."""
