-- How a variant leaves. 'first': once, where nothing of the item has left by the channel yet. 'update': with this version
-- although something has. Null: the words are kept, and nothing leaves.
alter table editorial.variant
  add column purpose text default 'first' check (purpose in ('first', 'update')),
  -- Made anew from the master whenever that changes, until somebody writes it by hand.
  add column follows boolean not null default true,
  -- Of what the master gave when it was written by hand: another one since then is told to the writer.
  add column master_digest text not null default '',
  -- Not before this moment; null: with the publication.
  add column send_at timestamptz,
  add column changed_at timestamptz,
  add column changed_by_name text;

-- What had left by a channel when its text was withdrawn: somebody has to take it down there.
create table editorial.takedown (
  province_id integer not null,
  message_id bigint not null,
  item_id bigint not null,
  asked_at timestamptz not null,
  done_at timestamptz,
  done_by_name text,
  primary key (province_id, message_id),
  foreign key (province_id, message_id) references publishing.message (province_id, id),
  foreign key (province_id, item_id) references editorial.item (province_id, id)
);
create index takedown_of_item on editorial.takedown (province_id, item_id);
create index message_by_source on publishing.message (province_id, source);
