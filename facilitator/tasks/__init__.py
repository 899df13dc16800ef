"""What the command line can do: one module a task, loaded only when it is asked for."""
