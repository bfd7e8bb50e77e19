-- Withdrawal after looking at what hangs on an item (catalog/C9).

alter table catalog.item add column withdrawal jsonb;
alter table implementation.implementation add column withdrawal jsonb;
-- A member's item has been withdrawn: no new journeys until the bundle is published anew.
alter table bundles.bundle add column interruption jsonb;

create index case_open_of_item on acceptance."case" (basic_code, organization_id)
  where state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided');
-- Positions 20 to 31 of the code of a handling variant are the basic code.
create index journey_member_waiting on bundles.journey_member (substr(code, 20, 12)) where state = 'waiting';

-- down
drop index bundles.journey_member_waiting;
drop index acceptance.case_open_of_item;
alter table bundles.bundle drop column interruption;
alter table implementation.implementation drop column withdrawal;
alter table catalog.item drop column withdrawal;
