-- A package has an end: every commune said that it played it, or its last day is past. Then nothing of it changes.
alter table publishing.loudspeaker_package
  add column closed_at timestamptz,
  add column closed_by_name text,
  add check ((closed_at is null) = (closed_by_name is null));
-- What was aired has its web address (YB-23), or a reason why there is none.
alter table publishing.radio_slot add column no_address_why text;
