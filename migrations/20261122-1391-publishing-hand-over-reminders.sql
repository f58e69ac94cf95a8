-- A commune that has not fetched its package, or not said that it was aired, is reminded, and not every morning.
alter table publishing.hand_over add column reminded_on date;
