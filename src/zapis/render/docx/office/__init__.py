"""Word files of offices as templates: unpacked with care, cleaned, checked, completed."""
