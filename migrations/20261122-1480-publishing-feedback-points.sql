-- Where people send feedback and complaints about rules and procedures: the address of the office that takes them in,
-- its own telephone, and the system of the national service portal (QNG-14). Shown wherever something is posted.
alter table publishing.portal
  add column feedback_address text not null default '',
  add column feedback_phone text not null default '',
  add column feedback_link text not null default '';
