-- P1: the secrecy review of the present draft, by somebody other than its authors.
alter table catalog.item add column secrecy jsonb;
alter table implementation.implementation add column secrecy jsonb;

-- down
alter table implementation.implementation drop column secrecy;
alter table catalog.item drop column secrecy;
