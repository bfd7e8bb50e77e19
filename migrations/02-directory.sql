-- Administrative divisions, organizations, service places, windows, delegations (区划、机构、场所、窗口、授权).

create schema directory;

-- Days of the past are known as far as the sources tell them: a year, a month or a day; they sort as text.
create table directory.division (
  code text primary key check (code ~ '^\d{12}$'),
  name text not null,
  level integer not null check (level between 1 and 5),
  kind text not null,
  valid_from text check (valid_from ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  valid_to text check (valid_to ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
);

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

-- down
drop schema directory cascade;
