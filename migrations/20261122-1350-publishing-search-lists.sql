-- The search reads lists instead of tsvectors: for each lexeme, which entries hold it and where. A query then costs the
-- reading of some lists by their key, not a walk over thousands of rows (docs/decisions/0081-search-by-lists.md).
-- Everything dropped here is made anew from the entries by the job 'publishing.index-everything'.
drop table publishing.search_index;

-- Entries are numbered within their province in the order in which they were indexed, a changed one anew: what lists
-- say under a number is then never stale, only dead. Null: not indexed yet.
alter table publishing.search_entry
  add column ordinal integer,
  -- Syllables as written, in small letters, with a space before and after each: title, lead and body on a line each.
  add column said text not null default '';
create unique index search_entry_by_ordinal on publishing.search_entry (province_id, ordinal);

create table publishing.search_list (
  province_id integer not null references organisations.province (province_id),
  -- Made by search/lexemes.ts.
  lexeme text collate "C" not null,
  -- Entries whose ordinal divided by 8,192 is this; so no list grows long, and adding an entry rewrites little.
  block integer not null,
  uses integer not null,
  -- Two bytes an entry, see search/lists.ts.
  entries bytea not null,
  primary key (province_id, lexeme, block)
);
alter table publishing.search_list alter column entries set storage external;

alter table publishing.search_vocabulary
  -- How lexemes are made: lists of another version are made anew.
  add column version integer not null default 0,
  -- Lists begin here: older ordinals are dead.
  add column first_ordinal integer not null default 0,
  -- Entries below are still to be indexed anew.
  add column renew_below integer not null default 0,
  add column next_ordinal integer not null default 0;
