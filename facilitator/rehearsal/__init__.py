"""Simulated participants over real sockets, and the ledger of what became of their notes."""
