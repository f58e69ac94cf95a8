-- Programs keep the tree of units in memory. The revision tells them in the question they ask anyway whether what
-- they keep is still so; a trigger bumps it, so that no way of changing the tree can forget it.
alter table organisations.province add column if not exists tree_revision bigint not null default 0;

create or replace function organisations.note_tree_change() returns trigger language plpgsql as $$
begin
  update organisations.province p set tree_revision = p.tree_revision + 1
    where p.province_id in (select province_id from changed);
  return null;
end $$;

create or replace trigger tree_grown after insert on organisations.unit
  referencing new table as changed for each statement execute function organisations.note_tree_change();
create or replace trigger tree_altered after update on organisations.unit
  referencing new table as changed for each statement execute function organisations.note_tree_change();
create or replace trigger tree_cut after delete on organisations.unit
  referencing old table as changed for each statement execute function organisations.note_tree_change();
create or replace trigger tree_grown after insert on organisations.unit_version
  referencing new table as changed for each statement execute function organisations.note_tree_change();
create or replace trigger tree_altered after update on organisations.unit_version
  referencing new table as changed for each statement execute function organisations.note_tree_change();
create or replace trigger tree_cut after delete on organisations.unit_version
  referencing old table as changed for each statement execute function organisations.note_tree_change();
-- Whether a change is verified shows on each unit it touched.
create or replace trigger tree_altered after update on organisations.change
  referencing new table as changed for each statement execute function organisations.note_tree_change();
