-- A bulk update is read and applied by jobs; it keeps the rights its sender had.
alter table assignments.bulk_update add column actor jsonb not null;
