"""One module per kind of document: how it numbers, how it cites, how it is laid out."""
