-- Lists derived from the guides in force at a moment and published as documents of their own (清单管理; catalog/C6).

create table implementation.managed_list (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('derived', 'cleared', 'published', 'discarded')),
  kind text not null,
  division_code text not null,
  area_path text[] not null,
  derived_at timestamptz(3) not null,
  line_count integer not null check (line_count >= 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  authors text[] not null,
  secrecy jsonb,
  number integer check (number > 0),
  effective_from date,
  published_at timestamptz(3),
  unique (kind, division_code, number),
  check ((state = 'published') = (number is not null and effective_from is not null and published_at is not null))
);
create index managed_list_by_kind on implementation.managed_list (kind, division_code, id);

create table implementation.managed_list_line (
  list_id uuid not null references implementation.managed_list deferrable initially deferred,
  key text not null,
  line jsonb not null,
  primary key (list_id, key)
);

-- C6: derived, never typed: lines are never changed, and a published list stays as it is.
create function implementation.refuse_list_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a derived list is immutable' using errcode = 'insufficient_privilege';
end $$;
create trigger immutable before update or delete on implementation.managed_list_line for each row
  execute function implementation.refuse_list_rewriting();
create trigger immutable before update or delete on implementation.managed_list for each row when (old.state = 'published')
  execute function implementation.refuse_list_rewriting();

-- down
drop table implementation.managed_list_line;
drop table implementation.managed_list;
drop function implementation.refuse_list_rewriting();
