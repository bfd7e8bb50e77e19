-- Basic catalogue of service items and its published versions (事项基本目录).

create schema catalog;

create table catalog.item (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'submitted', 'reviewed', 'published', 'withdrawn')),
  basic_code text not null unique check (basic_code ~ '^(00|[1-6]\d)\d{2}\d{2}\d{3}(\d{3}|0\dY|W\d{2})$'),
  item_type text not null check (item_type = substr(basic_code, 3, 2)),
  area_path text[] not null,
  elements jsonb not null,
  authors text[] not null,
  reviews jsonb not null,
  latest_number integer not null check (latest_number >= 0)
);

create table catalog.item_version (
  id uuid primary key,
  item_id uuid not null references catalog.item,
  number integer not null check (number > 0),
  basic_code text not null,
  elements jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  state text not null check (state in ('published', 'superseded', 'withdrawn')),
  published_at timestamptz(3) not null,
  unique (item_id, number),
  -- C4: no day on which two versions of an item stand. The code as a one-point range spares an extension.
  constraint one_version_a_day exclude using gist (
    int8range(hashtextextended(basic_code, 0), hashtextextended(basic_code, 0), '[]') with &&,
    daterange(effective_from, effective_to) with &&
  ) deferrable
);
create index item_version_in_force on catalog.item_version (basic_code, effective_from);

-- C4: what is published stays as it is; only the end of its time is set, or comes sooner.
create function catalog.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{state,effective_to}'::text[]) <> (to_jsonb(old) - '{state,effective_to}'::text[])
    or new.effective_to is null or new.effective_to > old.effective_to then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger immutable before update or delete on catalog.item_version for each row execute function catalog.refuse_rewriting();

-- down
drop schema catalog cascade;
