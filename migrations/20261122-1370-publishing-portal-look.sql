-- What an office sets on the public face of its province beside names and contacts.
alter table publishing.portal
  -- For small screens and for phones that put the portal among their programs.
  add column short_name_vi text not null default '',
  add column short_name_en text not null default '',
  -- Number and day of the permit, who answers for the content (Nghị định 147/2024/NĐ-CP).
  add column licence text not null default '',
  add column look text not null default 'lotus' check (look in ('lotus', 'red', 'blue', 'green')),
  add column banner_id bigint,
  add column banner_alt text not null default '',
  add foreign key (province_id, banner_id) references files.file (province_id, id);

create index poll_newest on publishing.poll (province_id, opens_at desc, id desc);
