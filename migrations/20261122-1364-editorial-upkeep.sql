-- Since when an address fails, where it moved to, and what somebody decided about it: an archived copy is named in the
-- text or elsewhere, or it does not matter.
alter table editorial.link_check
  add column failing_since timestamptz,
  add column moved_to text,
  add column settled text check (settled in ('archived', 'ignored')),
  add column settled_reason text,
  add column settled_by_name text,
  add column settled_at timestamptz,
  add check ((settled is null) = (settled_reason is null));
update editorial.link_check set failing_since = checked_at where outcome in ('broken', 'silent');
