-- Which administration body audits a submitted list: the nearest division upwards that had one (implementation/I8). Where nothing stands,
-- nobody was asked: such a list was submitted before, or came in by an import.

alter table implementation.implementation add column audit_division text check (audit_division ~ '^\d{12}$');
create index implementation_under_audit on implementation.implementation (audit_division) where state in ('submitted', 'audited');

-- down
drop index implementation.implementation_under_audit;
alter table implementation.implementation drop column audit_division;
