-- What the province's catalogue calls those whom texts are for; the room that keeps the catalogue hands it down.
create table publishing.audience_name (
  province_id integer not null references organisations.province (province_id),
  code text not null,
  name_vi text not null,
  name_en text not null,
  position integer not null,
  active boolean not null default true,
  primary key (province_id, code)
);
insert into publishing.audience_name (province_id, code, name_vi, name_en, position, active)
  select province_id, code, name_vi, name_en, position, active from plans.audience;
