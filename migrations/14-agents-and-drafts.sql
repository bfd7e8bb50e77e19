-- An authority whose days are over gives way to another one; a legal person has one representative (identity/N3).
alter table identity.authority drop constraint authority_state_check;
alter table identity.authority add constraint authority_state_check check (state in ('active', 'revoked', 'lapsed'));
drop index identity.one_authority;
create unique index one_authority on identity.authority (party_id, agent_id) where state = 'active' and ground = 'agent';
create unique index one_representative on identity.authority (party_id) where state = 'active' and ground = 'legal-representative';

-- Drafts can be discarded, and never had a number.
alter table acceptance."case" drop constraint case_state_check;
alter table acceptance."case" add constraint case_state_check check (state in ('draft', 'submitted', 'awaiting-supplement',
  'accepted', 'in-review', 'suspended', 'decided', 'completed', 'not-needed', 'refused', 'withdrawn', 'discarded', 'terminated'));
alter table acceptance."case" drop constraint case_check;
alter table acceptance."case" add constraint case_has_its_number check (state in ('draft', 'discarded') or (case_number is not null
  and query_code_hash is not null and submitted_at is not null and received_at is not null and receipt_seq is not null));

-- Access comes from authorities in force, not from being named (acceptance/A15): nothing is looked up by agent.
drop index acceptance.case_of_agent;
drop index bundles.journey_of_agent;

-- down
create index journey_of_agent on bundles.journey (agent_id, id desc) where agent_id is not null;
create index case_of_agent on acceptance."case" (agent_id, id desc) where agent_id is not null;
alter table acceptance."case" drop constraint case_has_its_number;
alter table acceptance."case" add constraint case_check check (state = 'draft' or (case_number is not null
  and query_code_hash is not null and submitted_at is not null and received_at is not null and receipt_seq is not null));
alter table acceptance."case" drop constraint case_state_check;
alter table acceptance."case" add constraint case_state_check check (state in ('draft', 'submitted', 'awaiting-supplement',
  'accepted', 'in-review', 'suspended', 'decided', 'completed', 'not-needed', 'refused', 'withdrawn', 'terminated'));
drop index identity.one_representative;
drop index identity.one_authority;
create unique index one_authority on identity.authority (party_id, agent_id) where state = 'active';
alter table identity.authority drop constraint authority_state_check;
alter table identity.authority add constraint authority_state_check check (state in ('active', 'revoked'));
