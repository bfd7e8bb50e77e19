-- Lists kept elsewhere, compared with the catalogue (catalog/C8), and items listed for handling on commitment (catalog/C7).

create table catalog.outside_list (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state = 'kept'),
  kind text not null unique check (kind in ('power-and-duty', 'market-access', 'investment-approval', 'construction-approval')),
  area_path text[] not null,
  editions jsonb not null
);

-- A row stands in the editions from `since` up to, and without, `until`.
create table catalog.outside_row (
  id uuid primary key,
  list_id uuid not null references catalog.outside_list,
  kind text not null,
  key text not null,
  code text,
  name text not null,
  item_type text check (item_type ~ '^\d{2}$'),
  basis text[] not null,
  since integer not null check (since > 0),
  until integer check (until >= since),
  -- A row that is put otherwise ends and begins in one statement.
  constraint one_row_a_key exclude using btree (list_id with =, key with =) where (until is null) deferrable
);
create index outside_row_by_key on catalog.outside_row (kind, key, id);

create table catalog.outside_resolution (
  id uuid primary key,
  list_id uuid not null references catalog.outside_list,
  difference text not null check (difference ~ '^[0-9a-f]{32}$'),
  choice text not null check (choice in ('ours-follows', 'outside-corrected', 'deliberate')),
  reason text not null,
  document text,
  basis text,
  at timestamptz(3) not null
);
create index outside_resolution_of on catalog.outside_resolution (difference, at desc, id desc);

-- Citations are the same however they are spaced, ordered or repeated.
create function catalog.citations(basis jsonb) returns text language sql immutable parallel safe as $$
  select string_agg(distinct regexp_replace(one, '\s', '', 'g'), '；' order by regexp_replace(one, '\s', '', 'g'))
  from jsonb_array_elements_text(basis) one
$$;

create table catalog.commitment_listing (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('proposed', 'published', 'revoked')),
  basic_code text not null,
  item_name text not null,
  area_path text[] not null,
  excluded_fields text[] not null,
  named_by_law text,
  risk jsonb not null,
  correction_cost jsonb not null,
  authors text[] not null,
  published_at timestamptz(3),
  revoked_at timestamptz(3),
  revocation_reason text,
  check (named_by_law is not null or excluded_fields = '{}'),
  check ((state = 'revoked') = (revocation_reason is not null))
);
create unique index one_commitment_listing on catalog.commitment_listing (basic_code) where state <> 'revoked';
create index commitment_listing_by_code on catalog.commitment_listing (basic_code, id);

-- down
drop table catalog.commitment_listing;
drop function catalog.citations(jsonb);
drop table catalog.outside_resolution;
drop table catalog.outside_row;
drop table catalog.outside_list;
