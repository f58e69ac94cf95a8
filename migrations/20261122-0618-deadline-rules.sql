-- The rules of reports read so far knew a day of a month only; now one language says all of them. Only the shape
-- changes, not what was issued, so the seal steps aside for this one statement.
alter table plans.report_duty disable trigger issued_text_is_sealed;
update plans.report_duty set due_rule = jsonb_build_object(
  'kind', 'day',
  'bound', case when (due_rule->>'before')::boolean then 'before' else 'by' end,
  'day', due_rule->'day',
  'working', false,
  'place', case due_rule->>'month'
    when 'last' then '{"of": "period", "shift": 0, "month": "last"}'::jsonb
    when 'next' then '{"of": "period", "shift": 1, "month": 1}'::jsonb
    else jsonb_build_object('of', 'month-of-year', 'month', due_rule->'month', 'year', 'own')
  end
)
where due_rule ? 'before';
alter table plans.report_duty enable trigger issued_text_is_sealed;
