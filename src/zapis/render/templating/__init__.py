"""What templates of one's own share in every format: their fields, their sandbox, their checks."""
