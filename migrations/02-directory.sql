-- Administrative divisions, organizations, service places, windows, delegations (区划、机构、场所、窗口、授权).

create schema directory;

-- D2: a day known to the month or year only counts from its first day.
create function directory.first_day(partial_day text) returns text language sql immutable parallel safe
  as $$ select partial_day || substr('0000-01-01', length(partial_day) + 1) $$;

create function directory.stands(valid_from text, valid_to text, day text) returns boolean language sql immutable parallel safe
  as $$ select (valid_from is null or directory.first_day(valid_from) <= day) and (valid_to is null or day < directory.first_day(valid_to)) $$;

-- Days of the past are known as far as the sources tell them: a year, a month or a day; they sort as text.
create table directory.division (
  code text primary key check (code ~ '^\d{12}$'),
  name text not null,
  level integer not null check (level between 1 and 5),
  kind text not null,
  valid_from text check (valid_from ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  valid_to text check (valid_to ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  succeeded_by text references directory.division
);

create index division_by_level on directory.division (level, code);

-- D1: the code parent and the administrative superior are two dated relations (塔城 and 阿勒泰 stand under 伊犁).
create table directory.division_relation (
  code text not null references directory.division,
  relation text not null check (relation in ('code-parent', 'administrative-superior')),
  superior_code text not null references directory.division,
  valid_from text check (valid_from ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  valid_to text check (valid_to ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  unique nulls not distinct (code, relation, valid_from)
);
create index division_below on directory.division_relation (superior_code, code);

create table directory.organization (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'closed')),
  uscc text not null unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name text not null,
  short_name text,
  division_code text not null references directory.division,
  area_path text[] not null,
  superior_id uuid references directory.organization
);
create index organization_by_area on directory.organization using gin (area_path);

create table directory.service_place (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('open', 'closed')),
  kind text not null check (kind in ('centre', 'convenience-centre', 'convenience-station', 'outlet', 'self-service')),
  name text not null,
  division_code text not null references directory.division,
  area_path text[] not null,
  host_id uuid not null references directory.organization,
  responsible_id uuid references directory.organization,
  address text not null,
  phone text,
  hours jsonb not null,
  check (kind not in ('outlet', 'self-service') or responsible_id is not null)
);
create index service_place_in_order on directory.service_place (division_code, id);
create index service_place_by_area on directory.service_place using gin (area_path);

create table directory.service_window (
  id uuid primary key,
  place_id uuid not null references directory.service_place,
  state text not null check (state in ('open', 'closed')),
  label text not null,
  name text not null,
  kind text not null check (kind in
    ('comprehensive', 'inter-province', 'in-region', 'one-matter', 'assisted', 'could-not-get-it-done', 'green-channel')),
  organization_id uuid references directory.organization
);
create unique index service_window_label on directory.service_window (place_id, label) where state = 'open';
create index service_window_in_order on directory.service_window (place_id, label, id);

-- D4: what a chief affairs representative (首席事务代表) may do in the organ's name, and until when.
create table directory.delegation (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('granted', 'revoked')),
  organization_id uuid not null references directory.organization,
  area_path text[] not null,
  staff_id uuid not null,
  all_items boolean not null,
  basic_codes text[] not null,
  steps text[] not null check (cardinality(steps) > 0),
  from_on date not null,
  to_on date not null,
  revoked_at timestamptz(3),
  revocation_reason text,
  check (from_on <= to_on),
  check (all_items = (cardinality(basic_codes) = 0)),
  check ((state = 'revoked') = (revoked_at is not null))
);
create index delegation_of_staff on directory.delegation (staff_id, organization_id) where state = 'granted';
create index delegation_of_organization on directory.delegation (organization_id, id);

-- down
drop schema directory cascade;
