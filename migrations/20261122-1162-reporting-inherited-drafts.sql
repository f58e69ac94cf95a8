-- The words of a unit that is gone, laid beside those of its heir: from which unit they come.
alter table reporting.narrative_copy add column from_unit_id bigint,
  add foreign key (province_id, from_unit_id) references organisations.unit (province_id, id);
