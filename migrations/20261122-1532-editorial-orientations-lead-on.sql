-- An orientation serves tasks of plans; what is published says which orientation it follows, and outlets that have
-- published nothing of it are reminded once (YB-21).
create table editorial.orientation_task (
  province_id integer not null,
  orientation_id bigint not null,
  task_id bigint not null,
  primary key (province_id, orientation_id, task_id),
  foreign key (province_id, orientation_id) references editorial.orientation (province_id, id),
  foreign key (province_id, task_id) references plans.task (province_id, id)
);
insert into editorial.orientation_task (province_id, orientation_id, task_id)
  select province_id, id, task_id from editorial.orientation where task_id is not null;
alter table editorial.orientation
  drop column task_id,
  -- Who wrote it and for whom: they hear who has published nothing.
  add column made_by bigint,
  add column unit_id bigint,
  -- After so many days without a piece an outlet is reminded.
  add column silent_days integer not null default 3 check (silent_days between 1 and 60),
  add foreign key (province_id, made_by) references accounts.account (province_id, id),
  add foreign key (province_id, unit_id) references organisations.unit (province_id, id);
alter table editorial.orientation_outlet add column reminded_at timestamptz;
alter table editorial.press_entry
  add column orientation_id bigint,
  add foreign key (province_id, orientation_id) references editorial.orientation (province_id, id);
create index press_entry_by_orientation on editorial.press_entry (province_id, orientation_id)
  where orientation_id is not null;
alter table editorial.item
  add column orientation_id bigint,
  add foreign key (province_id, orientation_id) references editorial.orientation (province_id, id);
create index item_by_orientation on editorial.item (province_id, orientation_id) where orientation_id is not null;
