-- Writing reports: text that waits to be accepted, periods in which nothing happened, remarks with a return, the lock.

-- Composed by the program from the activities and read by nobody yet; it follows the activities until somebody
-- accepts it (then `drafted` stays) or rewrites it.
alter table reporting.narrative add column proposed boolean not null default false;

-- "Không phát sinh": the unit says, with its reason, that nothing happened in the period. Its own thing beside
-- full and empty reports; refused where the activities say otherwise.
alter table reporting.report_version add column nil_reason text check (nil_reason <> '');
alter table reporting.report add column is_nil boolean;

-- What has to be mended, section by section, said on the version that was returned.
create table reporting.remark (
  province_id integer not null,
  version_id bigint not null,
  section_code text not null,
  text text not null check (text <> ''),
  at timestamptz not null,
  by_name text not null,
  primary key (province_id, version_id, section_code),
  foreign key (province_id, version_id) references reporting.report_version (province_id, id)
);

-- One version of a report counts, one may be written.
create unique index version_that_counts on reporting.report_version (province_id, report_id) where state = 'submitted';
create unique index version_being_written on reporting.report_version (province_id, report_id) where state = 'working';

-- What was handed in is never rewritten: a return or a correction begins a new version. Checked here as well as in
-- the verbs, so that no later verb, import or console can do it by mistake.
create function reporting.guard_version() returns trigger language plpgsql as $$
begin
  if old.state = 'working' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'version % was handed in and cannot be deleted', old.id using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'working' or (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
    raise exception 'version % was handed in and cannot change', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger handed_in_is_sealed before update or delete on reporting.report_version
  for each row execute function reporting.guard_version();

-- Once for a statement, not for each row: a report of a province has thousands of figures.
create function reporting.guard_content() returns trigger language plpgsql as $$
declare
  sealed bigint;
begin
  select v.id into sealed from changed c
    join reporting.report_version v on v.province_id = c.province_id and v.id = c.version_id
    where v.state <> 'working' limit 1;
  if sealed is not null then
    raise exception 'version % was handed in and its content cannot change', sealed
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger sealed_on_insert after insert on reporting.narrative
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_update after update on reporting.narrative
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_delete after delete on reporting.narrative
  referencing old table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_insert after insert on reporting.figure
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_update after update on reporting.figure
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_delete after delete on reporting.figure
  referencing old table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_insert after insert on reporting.report_evidence
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_update after update on reporting.report_evidence
  referencing new table as changed for each statement execute function reporting.guard_content();
create trigger sealed_on_delete after delete on reporting.report_evidence
  referencing old table as changed for each statement execute function reporting.guard_content();
