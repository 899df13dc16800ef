"""Thin Socket.IO: commands in (gateway), screens out (publisher), who is here (presence)."""
