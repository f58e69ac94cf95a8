-- The short link of an account is its own, whatever the account is called: two pages of one name shared one.
alter table publishing.short_link
  add column channel_id bigint,
  add foreign key (province_id, channel_id) references publishing.channel (province_id, id);
create unique index short_link_of_account on publishing.short_link (province_id, publication_id, channel_id)
  where channel_id is not null;
