"""Short digests of contents that need not be kept."""

# What `hashlib` itself uses; that would load OpenSSL, too, as long as all of this room.
try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b


def digest(data: bytes) -> bytes:
    """A short digest that no two contents share by chance."""
    return blake2b(data, digest_size=16).digest()


def short_digest(data: bytes) -> str:
    """A digest as text, to tell whether one thing has changed."""
    return blake2b(data, digest_size=10).hexdigest()
