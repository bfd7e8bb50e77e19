-- Natural and legal persons, staff with roles, partner systems, sign-in (自然人、法人、工作人员、接入系统、登录).

create schema identity;

-- Personal fields are sealed; a blind index finds a person by the whole identity number only.
create table identity.person (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'closed')),
  name_sealed text not null,
  id_number_sealed text not null,
  id_number_index text not null unique,
  email_sealed text,
  phone_sealed text,
  language text not null check (language in ('zh', 'ug', 'en'))
);

create table identity.legal_person (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'closed')),
  uscc text not null unique,
  name text not null
);

-- Who may act for whom: the legal representative, and agents with a recorded, revocable authority.
create table identity.authority (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'revoked')),
  party_id uuid not null,
  agent_id uuid not null,
  ground text not null check (ground in ('legal-representative', 'agent')),
  valid_from date not null,
  valid_to date
);
create unique index one_authority on identity.authority (party_id, agent_id) where state = 'active';
create index authority_of_agent on identity.authority (agent_id) where state = 'active';

create table identity.staff (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'deactivated')),
  name text not null,
  organization_id uuid,
  area_path text[] not null,
  grants jsonb not null
);
create index staff_by_organization on identity.staff (organization_id, id);

create table identity.partner (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'deactivated')),
  name text not null,
  organization_id uuid not null,
  area_path text[] not null,
  client_id text not null unique,
  secret_hashes text[] not null check (cardinality(secret_hashes) <= 2),
  jwks jsonb,
  scopes text[] not null
);

-- Sign-in names of the built-in issuer, and subjects of trusted external ones.
create table identity.account (
  id uuid primary key,
  owner_id uuid not null,
  kind text not null check (kind in ('person', 'staff')),
  issuer text not null,
  subject text not null,
  password_hash text,
  failures integer not null default 0,
  locked_until timestamptz(3),
  unique (issuer, subject)
);

create table identity.issuer_key (
  id uuid primary key,
  jwk_sealed text not null,
  made_at timestamptz(3) not null default clock_timestamp()
);

create table identity.oidc_state (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, id)
);
create index oidc_state_by_grant on identity.oidc_state (model, grant_id) where grant_id is not null;
create index oidc_state_by_uid on identity.oidc_state (model, uid) where uid is not null;
create index oidc_state_by_age on identity.oidc_state (expires_at);

-- down
drop schema identity cascade;
