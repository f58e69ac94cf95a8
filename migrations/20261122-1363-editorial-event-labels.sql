-- What an event is about and for whom: the items that cover it begin with it, and so count for the right theme.
alter table editorial.event add column theme_codes text[] not null default '{}',
  add column audience_codes text[] not null default '{}';
