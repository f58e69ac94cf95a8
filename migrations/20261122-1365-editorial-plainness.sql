-- How plain a text was when it was handed in and when readers got it, and by whom it was written: a unit sees its course
-- over time; a person sees only their own.
create table editorial.plain_score (
  province_id integer not null,
  item_id bigint not null,
  number integer not null,
  at_verb text not null check (at_verb in ('submit', 'publish')),
  unit_id bigint not null,
  writer_id bigint not null,
  score integer not null check (score between 0 and 100),
  mean_sentence real not null,
  syllables integer not null,
  noted_at timestamptz not null,
  primary key (province_id, item_id, number, at_verb),
  foreign key (province_id, item_id, number) references editorial.item_version (province_id, item_id, number),
  foreign key (province_id, unit_id) references organisations.unit (province_id, id),
  foreign key (province_id, writer_id) references accounts.account (province_id, id)
);
create index plain_score_by_unit on editorial.plain_score (province_id, unit_id, noted_at);
create index plain_score_by_writer on editorial.plain_score (province_id, writer_id, noted_at);
