-- What was issued is never rewritten: amendments are new documents. Checked here as well as in the verbs, so
-- that no later verb, import or console can do it by mistake.
create function plans.guard_issued_plan() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.issued_at is not null then
      raise exception 'plan % is issued and cannot be deleted', old.id using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if old.issued_at is not null and
    (to_jsonb(new) - array['state', 'version', 'parent_plan_id', 'campaign_id'])
      is distinct from (to_jsonb(old) - array['state', 'version', 'parent_plan_id', 'campaign_id']) then
    raise exception 'plan % is issued and its text cannot change', old.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger issued_plan_is_sealed before update or delete on plans.plan
  for each row execute function plans.guard_issued_plan();

create function plans.guard_issued_text() returns trigger language plpgsql as $$
declare
  sealed bigint;
begin
  select p.id into sealed from plans.plan p
    where p.issued_at is not null
      and ((tg_op <> 'INSERT' and p.province_id = old.province_id and p.id = old.plan_id)
        or (tg_op <> 'DELETE' and p.province_id = new.province_id and p.id = new.plan_id))
    limit 1;
  if sealed is not null then
    raise exception 'plan % is issued and its text cannot change', sealed using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger issued_text_is_sealed before insert or update or delete on plans.section
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.recipient
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.citation
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.task_group
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.task
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.task_agency
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.schedule
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.target
  for each row execute function plans.guard_issued_text();
create trigger issued_text_is_sealed before insert or update or delete on plans.report_duty
  for each row execute function plans.guard_issued_text();
