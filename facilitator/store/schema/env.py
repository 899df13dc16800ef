"""What alembic runs: the migrations, on the connection it is handed."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], transactional_ddl=False,
    render_as_batch=True,
)  # fmt: skip
context.run_migrations()
