-- From which day what an entry tells holds no more (a benefit that has ended, a document out of force): shown beside it,
-- and it stands a little lower.
alter table publishing.search_entry add column ended_from date;
update publishing.search_entry e
set ended_from = coalesce(
  (p.validity->>'to')::date,
  case when p.facts->>'validTo' ~ '^\d{4}-\d{2}-\d{2}$' then (p.facts->>'validTo')::date + 1 end)
from publishing.publication p
where p.province_id = e.province_id and e.source = 'publication:' || p.id
  and (p.validity->>'to' is not null or p.facts ? 'validTo');
