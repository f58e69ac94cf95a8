-- Addresses that a published text leads to, as they answered when last asked.
create table editorial.link_check (
  province_id integer not null,
  item_id bigint not null,
  address text not null,
  checked_at timestamptz not null,
  -- ok, broken (it answered that nothing is there), silent (no answer), skipped (not ours to ask).
  outcome text not null check (outcome in ('ok', 'broken', 'silent', 'skipped')),
  status integer,
  failures integer not null default 0,
  told_at timestamptz,
  primary key (province_id, item_id, address),
  foreign key (province_id, item_id) references editorial.item (province_id, id)
);
create index link_check_bad on editorial.link_check (province_id, item_id) where outcome in ('broken', 'silent');

-- The activity that a publication became by itself.
create table editorial.counted (
  province_id integer not null,
  item_id bigint not null,
  activity_id bigint not null,
  counted_at timestamptz not null,
  primary key (province_id, item_id),
  foreign key (province_id, item_id) references editorial.item (province_id, id),
  foreign key (province_id, activity_id) references assignments.activity (province_id, id)
);
