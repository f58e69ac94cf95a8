-- Figures of reach that a ledger keeps in step: copies handed out, readers of what stands somewhere, airings that were
-- proved. They go and come with their line, so nobody strikes them by hand.
alter table publishing.reach drop constraint reach_origin_check;
alter table publishing.reach add constraint reach_origin_check
  check (origin in ('counted', 'typed', 'imported', 'channel', 'ledger'));
-- The line: 'distribution:7', 'standing:3', 'handover:2:15', 'slot:9'.
alter table publishing.reach add column source text;
create index reach_by_source on publishing.reach (province_id, source) where source is not null;
