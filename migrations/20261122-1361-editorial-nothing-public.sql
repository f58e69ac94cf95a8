-- The number of the public version is that of what readers see: none where it was withdrawn or joined into another.
update editorial.item i set published_version = null
where published_version is not null and exists (
  select from publishing.publication p
  where p.province_id = i.province_id and p.id = i.publication_id and p.state <> 'live');
