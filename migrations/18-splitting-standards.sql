-- How the item of a basic code is split into handling variants, and how its elements are filled in (事项拆分标准、编制指引; catalog/C10).

create table catalog.splitting_standard (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'piloting', 'piloted', 'countersigned', 'published', 'discarded')),
  basic_code text not null,
  organization_id uuid not null,
  area_path text[] not null,
  counterparts text[] not null check (cardinality(counterparts) > 0),
  content jsonb not null,
  pilot_areas text[] not null,
  pilot jsonb,
  signatures jsonb not null,
  authors text[] not null,
  number integer check (number > 0),
  effective_from date,
  published_at timestamptz(3),
  unique (basic_code, number),
  check ((state = 'published') = (number is not null and effective_from is not null and published_at is not null))
);
create unique index one_open_standard on catalog.splitting_standard (basic_code) where state not in ('published', 'discarded');
create index splitting_standard_by_code on catalog.splitting_standard (basic_code, id);

-- C10: what is published stays as it is.
create function catalog.refuse_standard_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a published standard is immutable' using errcode = 'insufficient_privilege';
end $$;
create trigger immutable before update or delete on catalog.splitting_standard for each row when (old.state = 'published')
  execute function catalog.refuse_standard_rewriting();

-- down
drop table catalog.splitting_standard;
drop function catalog.refuse_standard_rewriting();
