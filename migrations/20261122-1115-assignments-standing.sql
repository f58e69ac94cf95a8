-- Boards count assignments by how they stand against their time. All of it but today's day is known when the row is
-- written; as one small number in the index it is counted in half the time (docs/performance.md).
alter table assignments.assignment add column standing smallint not null generated always as (case
  when state in ('verified', 'reported_done') then case
    when role <> 'invited' and due_day is not null and coalesce(reported_day > due_day, false) then 7
    when state = 'verified' then 5 else 6 end
  when due_day is null or state = 'withdrawn' then 0
  when role = 'invited' then 2 else 1 end) stored;
comment on column assignments.assignment.standing is
  '0 no due day, 1 open, 2 open and only asked (never late), 5 done, 6 waits for a check, 7 done late; see timing.sql.ts';

drop index assignments.assignment_by_plan;
create index assignment_by_plan on assignments.assignment (province_id, plan_id, task_id)
  include (unit_id, due_day, standing) where state <> 'withdrawn';
-- What waits for a check, the longest due first.
create index assignment_to_check on assignments.assignment (province_id, due_day) where state = 'reported_done';
