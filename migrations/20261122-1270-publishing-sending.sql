-- Sending with a contract: never twice, never silently lost. What was about to be done is written before it is done,
-- so that whoever finds a message after a crash knows what may have happened.
alter table publishing.message
  -- Of the publication when the variant was approved: if readers see another text now, the message does not go.
  add column publication_digest text,
  -- Not before this moment, after a fault that passes.
  add column next_try_at timestamptz,
  -- How long the worker that sends it may be silent; null while people or our own mail queue have it.
  add column lease_until timestamptz,
  -- When the service is asked whether it has the message; null while it is unsure: a person says.
  add column look_at timestamptz,
  add column looks integer not null default 0,
  -- Attempts after which it is given up; a person who sends it again grants another round.
  add column tries_granted integer not null default 12,
  -- Steps done, the step under way, what they brought; done and total of a large sending.
  add column progress jsonb not null default '{}',
  add column settled_by_name text,
  -- Of manual channels: day, link and words of whoever did it.
  add column proof jsonb,
  add column proof_file_id bigint,
  add foreign key (province_id, proof_file_id) references files.file (province_id, id);
drop index publishing.message_due;
create index message_head on publishing.message (province_id, channel_id, due_at, id)
  where state in ('waiting', 'sending', 'unsure');
create index message_newest on publishing.message (province_id, state, due_at desc, id desc);

-- Every time a service was called for a message. A row without an end is a call nobody knows the outcome of.
create table publishing.message_attempt (
  province_id integer not null,
  message_id bigint not null,
  number integer not null,
  step text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'refused', 'unsure', 'lost', 'found', 'absent')),
  fault jsonb,
  primary key (province_id, message_id, number, step),
  foreign key (province_id, message_id) references publishing.message (province_id, id)
);

alter table publishing.channel
  add column made_at timestamptz not null default now(),
  add column made_by_name text not null default '',
  add column last_sent_at timestamptz,
  -- What is wrong, in plain words, and who must act; null when nothing is.
  add column trouble jsonb,
  -- A token is being exchanged: set before the call, since the old one may be used up by it.
  add column refreshing_since timestamptz,
  add column refresh_expires_at timestamptz;
