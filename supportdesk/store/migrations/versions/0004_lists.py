"""The indexes that answer for lists of cases, one for each order of each list."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the indexes."""
    op.create_index(
        "ix_case_branch_activity",
        "case",
        ["branch_id", "last_activity_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_branch_deadline",
        "case",
        ["branch_id", "due_sort", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_branch_newest",
        "case",
        ["branch_id", "logged_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_branch_severity",
        "case",
        ["branch_id", "severity_rank", "due_sort", "row"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_inbox_activity",
        "case",
        ["last_activity_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND needs_answer AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_inbox_deadline",
        "case",
        ["due_sort", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND needs_answer AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_inbox_newest",
        "case",
        ["logged_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND needs_answer AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_inbox_severity",
        "case",
        ["severity_rank", "due_sort", "row"],
        unique=False,
        sqlite_where=sa.text("open AND needs_answer AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_owner_activity",
        "case",
        ["owner_id", "last_activity_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_owner_deadline",
        "case",
        ["owner_id", "due_sort", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_owner_newest",
        "case",
        ["owner_id", "logged_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_owner_severity",
        "case",
        ["owner_id", "severity_rank", "due_sort", "row"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_queue_activity",
        "case",
        ["last_activity_at", "row", "severity_rank", "soon_at"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_queue_deadline",
        "case",
        ["due_sort", "row", "severity_rank", "soon_at"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_queue_newest",
        "case",
        ["logged_at", "row", "severity_rank", "soon_at"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_queue_severity",
        "case",
        ["severity_rank", "due_sort", "row", "soon_at"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_shown_activity",
        "case",
        ["last_activity_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_shown_deadline",
        "case",
        ["due_sort", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_shown_newest",
        "case",
        ["logged_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_shown_severity",
        "case",
        ["severity_rank", "due_sort", "row"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_stage_activity",
        "case",
        ["stage_kind", "last_activity_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_stage_deadline",
        "case",
        ["stage_kind", "due_sort", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_stage_newest",
        "case",
        ["stage_kind", "logged_at", "row", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_stage_severity",
        "case",
        ["stage_kind", "severity_rank", "due_sort", "row"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
