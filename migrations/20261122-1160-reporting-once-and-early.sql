-- A report asked for once ("báo cáo đột xuất") has no rule: its data, the last day of it, and the last day in time
-- are said with the duty.
alter table reporting.duty drop constraint duty_period_kind_check;
alter table reporting.duty add constraint duty_period_kind_check
  check (period_kind in ('month', 'quarter', 'half-year', 'nine-month', 'year', 'once'));
alter table reporting.duty
  add column once_from date,
  add column once_to date check (once_to >= once_from),
  add column once_due date,
  add check ((period_kind = 'once') = (num_nonnulls(once_from, once_to, once_due) = 3)),
  add check (num_nonnulls(once_from, once_to, once_due) in (0, 3));

-- A due day before the data closes is what some documents really say (Yên Bái: half-year reports before 5 June).
-- The lead says so once, with the reason; a later change of the days takes it back.
alter table reporting.duty
  add column early_reason text,
  add column early_by_name text,
  add column early_at timestamptz,
  add check (num_nonnulls(early_reason, early_by_name, early_at) in (0, 3));
