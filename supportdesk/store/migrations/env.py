"""How Alembic runs the migrations: on the connection that `migrate` hands it, in that connection's transaction."""

from alembic import context

from supportdesk.store.schema import is_of
from supportdesk.store.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    include_object=is_of(connection.dialect.name),
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
