-- Who wrote a kept copy: whoever puts it in place makes its writer one of the writers of the text.
alter table editorial.kept_copy add column by_account bigint,
  add foreign key (province_id, by_account) references accounts.account (province_id, id);
