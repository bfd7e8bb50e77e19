-- Implementation lists of organizations and their published versions (实施清单、办事指南).

create schema implementation;

create table implementation.implementation (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'submitted', 'audited', 'published', 'withdrawn')),
  organization_id uuid not null,
  area_path text[] not null,
  basic_code text not null,
  item_type text not null,
  level text not null check (level ~ '^[1-7]$'),
  code text not null check (length(code) = 31 and code like '%' || level || basic_code),
  variant_number integer not null check (variant_number between 1 and 99),
  variant_code text not null check (variant_code = code || lpad(variant_number::text, 2, '0')),
  variant_name text,
  item_version_id uuid not null,
  content jsonb not null,
  authors text[] not null,
  audit jsonb,
  latest_number integer not null check (latest_number >= 0)
);
-- A code is one list's; a withdrawn list gives it back.
create unique index implementation_variant on implementation.implementation (variant_code) where state <> 'withdrawn';
create index implementation_by_code on implementation.implementation (variant_code, id);
create index implementation_of_organization on implementation.implementation (organization_id, variant_code);

create table implementation.guide_version (
  id uuid primary key,
  implementation_id uuid not null references implementation.implementation,
  number integer not null check (number > 0),
  code text not null,
  variant_code text not null,
  basic_code text not null,
  item_type text not null,
  name text not null,
  organization_id uuid not null,
  organization_name text not null,
  area_path text[] not null,
  document text not null,
  digest text not null check (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  origin text not null check (origin in ('audit', 'import')),
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3) check (effective_to >= effective_from),
  unique (implementation_id, number),
  -- I10: one document of a code is in force at a time. The code as a one-point range spares an extension.
  constraint one_document_at_a_time exclude using gist (
    int8range(hashtextextended(variant_code, 0), hashtextextended(variant_code, 0), '[]') with &&,
    tstzrange(effective_from, effective_to) with &&
  ) deferrable
);
create index guide_version_of_list on implementation.guide_version (implementation_id) where effective_to is null;
create index guide_version_by_variant on implementation.guide_version (variant_code, effective_from);
create index guide_version_by_code on implementation.guide_version (code, variant_code);
create index guide_version_by_area on implementation.guide_version using gin (area_path) where effective_to is null;

-- I9: what is published stays as it is; only the end of its time is set, once.
create function implementation.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.effective_to is not null or (to_jsonb(new) - 'effective_to') <> (to_jsonb(old) - 'effective_to') then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger immutable before update or delete on implementation.guide_version
  for each row execute function implementation.refuse_rewriting();

-- down
drop schema implementation cascade;
