-- What somebody was reminded of is known by the news they got, as everywhere at the desk.
alter table editorial.adoption drop column reminded_day;
alter table editorial.shortcoming drop column reminded_day;
