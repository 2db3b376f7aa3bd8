"""Writers of the file formats, one a file; each takes the blocks of rendering.py."""
