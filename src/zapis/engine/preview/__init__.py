"""The live preview: one thread watches, reads and makes; those of the server wait for it."""
