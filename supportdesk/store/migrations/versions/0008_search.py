"""What only a desk's own file has: tallies, the log of changes, the search index and the triggers that keep them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATEMENTS = (
    (
        "CREATE VIRTUAL TABLE case_search USING fts5(number, title, party, body, facets, content='', "
        "contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE organisation_search USING fts5(name, other, content='', "
        "contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE contact_search USING fts5(name, other, content='', contentless_delete=1, "
        "tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE article_search USING fts5(number, title, body, content='', "
        "contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')"
    ),
    (
        'CREATE TRIGGER case_tally_insert AFTER INSERT ON "case" BEGIN INSERT INTO case_tally (list, '
        "whose, severity_rank, n) SELECT list, whose, new.severity_rank, 1 FROM (SELECT 'everything' AS "
        "list, x'' AS whose WHERE 1 UNION ALL SELECT 'open' AS list, x'' AS whose WHERE new.open UNION "
        "ALL SELECT 'inbox' AS list, x'' AS whose WHERE new.open AND new.needs_answer UNION ALL SELECT "
        "'waiting' AS list, x'' AS whose WHERE new.open AND new.stage_kind = 'waiting' UNION ALL SELECT "
        "'owner' AS list, coalesce(new.owner_id, x'') AS whose WHERE new.open UNION ALL SELECT 'branch' "
        "AS list, coalesce(new.branch_id, x'') AS whose WHERE new.open) WHERE new.merged_into IS NULL ON "
        "CONFLICT DO UPDATE SET n = n + 1; END"
    ),
    (
        'CREATE TRIGGER case_tally_delete AFTER DELETE ON "case" BEGIN INSERT INTO case_tally (list, '
        "whose, severity_rank, n) SELECT list, whose, old.severity_rank, -1 FROM (SELECT 'everything' AS "
        "list, x'' AS whose WHERE 1 UNION ALL SELECT 'open' AS list, x'' AS whose WHERE old.open UNION "
        "ALL SELECT 'inbox' AS list, x'' AS whose WHERE old.open AND old.needs_answer UNION ALL SELECT "
        "'waiting' AS list, x'' AS whose WHERE old.open AND old.stage_kind = 'waiting' UNION ALL SELECT "
        "'owner' AS list, coalesce(old.owner_id, x'') AS whose WHERE old.open UNION ALL SELECT 'branch' "
        "AS list, coalesce(old.branch_id, x'') AS whose WHERE old.open) WHERE old.merged_into IS NULL ON "
        "CONFLICT DO UPDATE SET n = n + -1; END"
    ),
    (
        'CREATE TRIGGER case_tally_update AFTER UPDATE OF "open", "branch_id", "owner_id", "stage_kind", '
        '"needs_answer", "severity_rank", "merged_into" ON "case" WHEN old.open IS NOT new.open OR '
        "old.branch_id IS NOT new.branch_id OR old.owner_id IS NOT new.owner_id OR old.stage_kind IS NOT "
        "new.stage_kind OR old.needs_answer IS NOT new.needs_answer OR old.severity_rank IS NOT "
        "new.severity_rank OR old.merged_into IS NOT new.merged_into BEGIN INSERT INTO case_tally (list, "
        "whose, severity_rank, n) SELECT list, whose, old.severity_rank, -1 FROM (SELECT 'everything' AS "
        "list, x'' AS whose WHERE 1 UNION ALL SELECT 'open' AS list, x'' AS whose WHERE old.open UNION "
        "ALL SELECT 'inbox' AS list, x'' AS whose WHERE old.open AND old.needs_answer UNION ALL SELECT "
        "'waiting' AS list, x'' AS whose WHERE old.open AND old.stage_kind = 'waiting' UNION ALL SELECT "
        "'owner' AS list, coalesce(old.owner_id, x'') AS whose WHERE old.open UNION ALL SELECT 'branch' "
        "AS list, coalesce(old.branch_id, x'') AS whose WHERE old.open) WHERE old.merged_into IS NULL ON "
        "CONFLICT DO UPDATE SET n = n + -1; INSERT INTO case_tally (list, whose, severity_rank, n) "
        "SELECT list, whose, new.severity_rank, 1 FROM (SELECT 'everything' AS list, x'' AS whose WHERE "
        "1 UNION ALL SELECT 'open' AS list, x'' AS whose WHERE new.open UNION ALL SELECT 'inbox' AS "
        "list, x'' AS whose WHERE new.open AND new.needs_answer UNION ALL SELECT 'waiting' AS list, x'' "
        "AS whose WHERE new.open AND new.stage_kind = 'waiting' UNION ALL SELECT 'owner' AS list, "
        "coalesce(new.owner_id, x'') AS whose WHERE new.open UNION ALL SELECT 'branch' AS list, "
        "coalesce(new.branch_id, x'') AS whose WHERE new.open) WHERE new.merged_into IS NULL ON CONFLICT "
        "DO UPDATE SET n = n + 1; END"
    ),
    (
        'CREATE TRIGGER list_change_insert AFTER INSERT ON "case" BEGIN INSERT INTO list_change VALUES '
        "((SELECT coalesce(max(n), 0) + 1 FROM list_change), new.row, NULL, NULL, NULL, NULL, NULL, "
        "new.merged_into IS NULL, new.severity_rank, new.due_sort, new.last_activity_at, new.logged_at); "
        "DELETE FROM list_change WHERE n <= (SELECT max(n) FROM list_change) - 200; END"
    ),
    (
        'CREATE TRIGGER list_change_delete AFTER DELETE ON "case" BEGIN INSERT INTO list_change VALUES '
        "((SELECT coalesce(max(n), 0) + 1 FROM list_change), old.row, old.merged_into IS NULL, "
        "old.severity_rank, old.due_sort, old.last_activity_at, old.logged_at, NULL, NULL, NULL, NULL, "
        "NULL); DELETE FROM list_change WHERE n <= (SELECT max(n) FROM list_change) - 200; END"
    ),
    (
        'CREATE TRIGGER list_change_update AFTER UPDATE OF "open", "branch_id", "owner_id", '
        '"stage_kind", "needs_answer", "severity_rank", "merged_into", "due_sort", "due_state", '
        '"soon_at", "last_activity_at", "last_client_at", "logged_at", "closed_at" ON "case" BEGIN '
        "INSERT INTO list_change VALUES ((SELECT coalesce(max(n), 0) + 1 FROM list_change), new.row, "
        "old.merged_into IS NULL, old.severity_rank, old.due_sort, old.last_activity_at, old.logged_at, "
        "new.merged_into IS NULL, new.severity_rank, new.due_sort, new.last_activity_at, new.logged_at); "
        "DELETE FROM list_change WHERE n <= (SELECT max(n) FROM list_change) - 200; END"
    ),
    (
        "CREATE TRIGGER list_change_mark_insert AFTER INSERT ON read_mark BEGIN INSERT INTO list_change "
        "VALUES ((SELECT coalesce(max(n), 0) + 1 FROM list_change), NULL, NULL, NULL, NULL, NULL, NULL, "
        "NULL, NULL, NULL, NULL, NULL); DELETE FROM list_change WHERE n <= (SELECT max(n) FROM "
        "list_change) - 200; END"
    ),
    (
        "CREATE TRIGGER list_change_mark_update AFTER UPDATE ON read_mark BEGIN INSERT INTO list_change "
        "VALUES ((SELECT coalesce(max(n), 0) + 1 FROM list_change), NULL, NULL, NULL, NULL, NULL, NULL, "
        "NULL, NULL, NULL, NULL, NULL); DELETE FROM list_change WHERE n <= (SELECT max(n) FROM "
        "list_change) - 200; END"
    ),
    (
        "CREATE TRIGGER list_change_mark_delete AFTER DELETE ON read_mark BEGIN INSERT INTO list_change "
        "VALUES ((SELECT coalesce(max(n), 0) + 1 FROM list_change), NULL, NULL, NULL, NULL, NULL, NULL, "
        "NULL, NULL, NULL, NULL, NULL); DELETE FROM list_change WHERE n <= (SELECT max(n) FROM "
        "list_change) - 200; END"
    ),
    (
        'CREATE TRIGGER search_case_insert AFTER INSERT ON "case" BEGIN INSERT OR IGNORE INTO '
        "search_pending (kind, row) VALUES ('case', new.row); END"
    ),
    (
        'CREATE TRIGGER search_case_update AFTER UPDATE OF "number", "source_number", "title", '
        '"template", "organisation_id", "contact_id", "branch_id", "owner_id", "product_id", "area", '
        '"channel", "policy_code", "severity_claimed", "severity_verified", "severity_rank", "stage", '
        '"stage_kind", "open", "due_state", "needs_answer", "resolution", "attachments", "merged_into" '
        "ON \"case\" BEGIN INSERT OR IGNORE INTO search_pending (kind, row) VALUES ('case', new.row); END"
    ),
    (
        'CREATE TRIGGER search_case_delete AFTER DELETE ON "case" BEGIN INSERT OR IGNORE INTO '
        "search_pending (kind, row) VALUES ('case', old.row); END"
    ),
    (
        "CREATE TRIGGER search_article_insert AFTER INSERT ON article BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) VALUES ('article', new.row); END"
    ),
    (
        'CREATE TRIGGER search_article_update AFTER UPDATE OF "number", "title", "body", "audience", '
        '"language", "deleted" ON article BEGIN INSERT OR IGNORE INTO search_pending (kind, row) VALUES '
        "('article', new.row); END"
    ),
    (
        "CREATE TRIGGER search_article_delete AFTER DELETE ON article BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) VALUES ('article', old.row); END"
    ),
    (
        "CREATE TRIGGER search_organisation_insert AFTER INSERT ON organisation BEGIN INSERT OR IGNORE "
        "INTO search_pending (kind, row) VALUES ('organisation', new.row); END"
    ),
    (
        'CREATE TRIGGER search_organisation_update AFTER UPDATE OF "name", "client_code", "kind", '
        '"region", "country", "deleted" ON organisation BEGIN INSERT OR IGNORE INTO search_pending '
        "(kind, row) VALUES ('organisation', new.row); END"
    ),
    (
        "CREATE TRIGGER search_organisation_delete AFTER DELETE ON organisation BEGIN INSERT OR IGNORE "
        "INTO search_pending (kind, row) VALUES ('organisation', old.row); END"
    ),
    (
        "CREATE TRIGGER search_organisation_renamed AFTER UPDATE OF name ON organisation WHEN old.name "
        "IS NOT new.name BEGIN INSERT OR IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM "
        '"case" WHERE organisation_id = new.id; END'
    ),
    (
        "CREATE TRIGGER search_contact_insert AFTER INSERT ON contact BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) VALUES ('contact', new.row); END"
    ),
    (
        'CREATE TRIGGER search_contact_update AFTER UPDATE OF "name", "email", "phone", "role", '
        "\"deleted\" ON contact BEGIN INSERT OR IGNORE INTO search_pending (kind, row) VALUES ('contact', "
        "new.row); END"
    ),
    (
        "CREATE TRIGGER search_contact_delete AFTER DELETE ON contact BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) VALUES ('contact', old.row); END"
    ),
    (
        "CREATE TRIGGER search_contact_renamed AFTER UPDATE OF name ON contact WHEN old.name IS NOT "
        "new.name BEGIN INSERT OR IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM \"case\" "
        "WHERE contact_id = new.id; END"
    ),
    (
        "CREATE TRIGGER search_entry_insert AFTER INSERT ON entry BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; END"
    ),
    (
        "CREATE TRIGGER search_entry_update AFTER UPDATE ON entry BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; END"
    ),
    (
        "CREATE TRIGGER search_entry_delete AFTER DELETE ON entry BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = old.case_id; END"
    ),
    (
        "CREATE TRIGGER search_visit_case_insert AFTER INSERT ON visit_case BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; END"
    ),
    (
        "CREATE TRIGGER search_visit_case_update AFTER UPDATE ON visit_case BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; END"
    ),
    (
        "CREATE TRIGGER search_visit_case_delete AFTER DELETE ON visit_case BEGIN INSERT OR IGNORE INTO "
        "search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = old.case_id; END"
    ),
    (
        "CREATE TRIGGER search_remote_session_insert AFTER INSERT ON remote_session BEGIN INSERT OR "
        "IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; "
        "END"
    ),
    (
        "CREATE TRIGGER search_remote_session_update AFTER UPDATE ON remote_session BEGIN INSERT OR "
        "IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = new.case_id; "
        "END"
    ),
    (
        "CREATE TRIGGER search_remote_session_delete AFTER DELETE ON remote_session BEGIN INSERT OR "
        "IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE id = old.case_id; "
        "END"
    ),
)

FILL = (
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'everything', x'', "
        'c.severity_rank, count(*) FROM "case" AS c WHERE c.merged_into IS NULL AND 1 GROUP BY 1, 2, 3'
    ),
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'open', x'', c.severity_rank, "
        'count(*) FROM "case" AS c WHERE c.merged_into IS NULL AND c.open GROUP BY 1, 2, 3'
    ),
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'inbox', x'', c.severity_rank, "
        'count(*) FROM "case" AS c WHERE c.merged_into IS NULL AND c.open AND c.needs_answer GROUP BY 1, '
        "2, 3"
    ),
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'waiting', x'', c.severity_rank, "
        "count(*) FROM \"case\" AS c WHERE c.merged_into IS NULL AND c.open AND c.stage_kind = 'waiting' "
        "GROUP BY 1, 2, 3"
    ),
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'owner', coalesce(c.owner_id, "
        "x''), c.severity_rank, count(*) FROM \"case\" AS c WHERE c.merged_into IS NULL AND c.open GROUP "
        "BY 1, 2, 3"
    ),
    (
        "INSERT INTO case_tally (list, whose, severity_rank, n) SELECT 'branch', coalesce(c.branch_id, "
        "x''), c.severity_rank, count(*) FROM \"case\" AS c WHERE c.merged_into IS NULL AND c.open GROUP "
        "BY 1, 2, 3"
    ),
    "INSERT INTO search_pending (kind, row) SELECT 'case', row FROM \"case\"",
    "INSERT INTO search_pending (kind, row) SELECT 'organisation', row FROM organisation",
    "INSERT INTO search_pending (kind, row) SELECT 'contact', row FROM contact",
    "INSERT INTO search_pending (kind, row) SELECT 'article', row FROM article",
)


def upgrade() -> None:
    """Create them on SQLite, and fill them from the cases that are there; a hub's database has none of this."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.create_table(
        "case_tally",
        sa.Column("list", sa.String(10), nullable=False),
        sa.Column("whose", sa.LargeBinary(length=16), nullable=False),
        sa.Column("severity_rank", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("list", "whose", "severity_rank", name="pk_case_tally"),
        info={"dialect": "sqlite"},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "list_change",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("old_shown", sa.Boolean(), nullable=True),
        sa.Column("old_severity_rank", sa.Integer(), nullable=True),
        sa.Column("old_due_sort", sa.BigInteger(), nullable=True),
        sa.Column("old_last_activity_at", sa.BigInteger(), nullable=True),
        sa.Column("old_logged_at", sa.BigInteger(), nullable=True),
        sa.Column("new_shown", sa.Boolean(), nullable=True),
        sa.Column("new_severity_rank", sa.Integer(), nullable=True),
        sa.Column("new_due_sort", sa.BigInteger(), nullable=True),
        sa.Column("new_last_activity_at", sa.BigInteger(), nullable=True),
        sa.Column("new_logged_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_list_change"),
        info={"dialect": "sqlite"},
    )
    op.create_table(
        "search_pending",
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "row", name="pk_search_pending"),
        info={"dialect": "sqlite"},
        sqlite_with_rowid=False,
    )
    for statement in (*STATEMENTS, *FILL):
        op.get_bind().exec_driver_sql(statement)
