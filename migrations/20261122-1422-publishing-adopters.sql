-- Where a model that readers see has been taken over; a room above hands it down.
create table publishing.adopter (
  province_id integer not null,
  publication_id bigint not null,
  unit_id bigint not null,
  unit_name text not null,
  stage text not null check (stage in ('trying', 'in_use')),
  since_day date,
  primary key (province_id, publication_id, unit_id),
  foreign key (province_id, publication_id) references publishing.publication (province_id, id),
  foreign key (province_id, unit_id) references organisations.unit (province_id, id)
);
