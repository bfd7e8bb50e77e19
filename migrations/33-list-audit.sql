-- Which administration body audits a submitted list: the nearest division upwards that had one (implementation/I8). Where nothing stands,
-- nobody was asked: such a list was submitted before, or came in by an import.

alter table implementation.implementation add column audit_division text check (audit_division ~ '^\d{12}$');
-- What its administration body said about more steps than are allowed (implementation/I4).
alter table implementation.implementation add column step_approval jsonb;
create index implementation_at_body on implementation.implementation (audit_division)
  where state in ('submitted', 'audited') or (state = 'draft' and step_approval ->> 'state' = 'asked');

-- down
drop index implementation.implementation_at_body;
alter table implementation.implementation drop column step_approval;
alter table implementation.implementation drop column audit_division;
