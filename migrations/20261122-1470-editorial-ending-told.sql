-- What ends is told to its writers 14 days before (QNG-21: the lower fee of online files held for a time): for which
-- last day they were told.
alter table editorial.item add column ending_told_for date;
