-- Units asked about a draft are reminded: when last, so that nobody is reminded twice on one day.
alter table plans.consulted_unit add column reminded_on date;
