-- Fields of procedures that people need to know (HN-08): parts of the theme "procedures", each with a mark that a
-- province sets on what its people and firms ask for most. A province that has its lists already gets the eight too.
alter table plans.theme add column priority boolean not null default false;
insert into plans.theme (province_id, parent_id, code, name_vi, name_en, position)
select p.province_id, p.id, f.code, f.vi, f.en, 100 + f.n
from plans.theme p
cross join (values
  (1, 'land', 'Đất đai', 'Land'),
  (2, 'construction', 'Xây dựng', 'Construction'),
  (3, 'investment', 'Đầu tư', 'Investment'),
  (4, 'business_registration', 'Đăng ký kinh doanh', 'Business registration'),
  (5, 'civil_status', 'Hộ tịch', 'Civil status'),
  (6, 'certification', 'Chứng thực', 'Certification'),
  (7, 'labour_and_social', 'Lao động, người có công và xã hội', 'Labour and social affairs'),
  (8, 'penalties', 'Xử phạt vi phạm hành chính', 'Administrative penalties')
) as f (n, code, vi, en)
where p.code = 'procedures'
on conflict (province_id, code) do nothing;

-- What the public is shown as "procedures to know": handed down by the room that keeps the lists. `name_vi` is what
-- publications carry in `themes`.
create table publishing.needed_field (
  province_id integer not null references organisations.province (province_id),
  code text not null,
  name_vi text not null,
  name_en text not null,
  position integer not null,
  primary key (province_id, code)
);
create index publication_by_theme on publishing.publication using gin (themes) where state = 'live';
