-- E-licences: types and their published versions, licences, credentials, status lists, verification codes (电子证照).

create schema licences;

create table licences.licence_type (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'published')),
  type_code text not null unique check (type_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}\d{3}$'),
  area_path text[] not null,
  draft jsonb not null,
  in_force jsonb,
  number integer not null check (number >= 0),
  check ((in_force is null) = (number = 0))
);

create table licences.licence_type_version (
  id uuid primary key,
  type_id uuid not null references licences.licence_type,
  number integer not null check (number > 0),
  content jsonb not null,
  published_at timestamptz(3) not null,
  unique (type_id, number)
);

create table licences.licence (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('valid', 'suspended', 'annulled', 'withdrawn', 'revoked', 'deregistered', 'expired')),
  type_code text not null references licences.licence_type (type_code),
  type_number integer not null,
  type_name text not null,
  identifier text not null unique,
  number text not null,
  holder_id uuid not null,
  holder_kind text not null check (holder_kind in ('person', 'organization')),
  sealed text not null,
  issuer_organization_id uuid not null,
  issuer_code text not null,
  issuer_name text not null,
  area_path text[] not null,
  issued_on date not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  one_valid boolean not null,
  basis_kind text not null,
  basis_id text not null,
  unique (type_code, number),
  -- L2: no day on which a holder has two of a type that allows one. An expired one stands in nobody's way. The text as a
  -- one-point range spares an extension.
  constraint one_valid_licence exclude using gist (
    int8range(hashtextextended(type_code || ' ' || holder_id::text, 0), hashtextextended(type_code || ' ' || holder_id::text, 0), '[]') with &&,
    daterange(valid_from, valid_until, '[]') with &&
  ) where (one_valid and state in ('valid', 'suspended'))
);
create index licence_of_holder on licences.licence (holder_id, id desc);
create index licence_of_issuer on licences.licence (issuer_organization_id, id desc);
create index licence_by_area on licences.licence using gin (area_path);

-- What was decided on a licence after its issue, on which basis, from which day, with which remedy.
create table licences.legal_act (
  id uuid primary key,
  licence_id uuid not null references licences.licence,
  seq integer not null check (seq > 1),
  act text not null check (act in ('suspend', 'resume', 'annul', 'withdraw', 'revoke', 'deregister', 'expire')),
  ground text not null,
  basis text not null,
  reason_sealed text not null,
  effect_on date not null,
  remedy jsonb not null,
  decided_at timestamptz(3) not null,
  unique (licence_id, seq)
);

-- L4: places in status lists that are taken. Places are random: the number tells nobody when or for whom.
create table licences.status_place (
  list integer not null check (list > 0),
  place integer not null check (place between 0 and 131071),
  primary key (list, place)
);

create table licences.credential (
  id uuid primary key,
  licence_id uuid not null references licences.licence,
  number integer not null check (number between 1 and 999),
  identifier text not null unique,
  status_list integer not null,
  status_place integer not null,
  status text not null check (status in ('valid', 'revoked', 'suspended', 'annulled')),
  sealed text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  algorithm text not null,
  key_id text not null,
  signed_at timestamptz(3) not null,
  unique (licence_id, number),
  unique (status_list, status_place),
  foreign key (status_list, status_place) references licences.status_place
);
create index credential_to_list on licences.credential (status_list, status_place) where status <> 'valid';

-- Grows with every change of a status, in the change's own transaction; apart from the signed list, so that no reader waits for an act.
create table licences.status_change (
  list integer primary key,
  revision integer not null
);

-- The signed list that all processes serve until its revision is left behind.
create table licences.status_list (
  list integer primary key,
  revision integer not null,
  signed_at timestamptz(3) not null,
  token text not null
);

create table licences.verification_code (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  licence_id uuid not null references licences.licence,
  expires_at timestamptz(3) not null
);
create index verification_code_by_end on licences.verification_code (expires_at);

create function licences.refuse_rewriting() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger immutable before update or delete on licences.licence_type_version for each row execute function licences.refuse_rewriting();
create trigger immutable before update or delete on licences.legal_act for each row execute function licences.refuse_rewriting();

-- down
drop schema licences cascade;
