"""An office's own templates: found, loaded, copied, checked and described."""
