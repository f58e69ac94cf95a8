-- A message of a manual channel is handed to people once, however often its job runs: it is looked up by its address.
create index notice_by_hand on assignments.notice (province_id, href) where kind = 'by-hand';
