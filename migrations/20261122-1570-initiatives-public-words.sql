-- Which answers everybody may read: those that stood there when somebody else published the idea. What is answered
-- later waits for a second reader again.
alter table initiatives.step add column is_public boolean not null default false;
update initiatives.step s set is_public = true
from initiatives.initiative i
where i.province_id = s.province_id and i.id = s.initiative_id and s.at <= i.published_at and s.words <> '';
