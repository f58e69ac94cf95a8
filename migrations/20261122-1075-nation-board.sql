-- A central body (Bộ Nội vụ) is a tenant of its own: it has people and no province, and sees what provinces share.
alter table organisations.province add column is_central boolean not null default false;

-- A province lets central bodies see how its reporting stands, as figures and never as rows; off until it says so.
create table reporting.sharing (
  province_id integer primary key references organisations.province (province_id),
  with_nation boolean not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);
