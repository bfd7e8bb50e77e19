-- Mechanism shared by all modules: business clock, history, facts and their delivery, idempotency, counters, access log.

create schema kernel;

-- Business time. The offset is turned only in tests and sandboxes.
create table kernel.clock (
  one boolean primary key default true check (one),
  turned interval not null default '0'
);
insert into kernel.clock default values;

create function kernel.now() returns timestamptz(3) language sql stable parallel safe
  as $$ select date_trunc('milliseconds', clock_timestamp() + (select turned from kernel.clock))::timestamptz(3) $$;

create function kernel.refuse_change() returns trigger language plpgsql
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;

create table kernel.history (
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id text not null,
  act text not null,
  from_state text,
  to_state text not null,
  note jsonb not null,
  row_digest text not null,
  request_id text not null,
  prev_hash text not null,
  hash text not null,
  primary key (subject_kind, subject_id, seq)
);
create trigger append_only before update or delete on kernel.history for each row execute function kernel.refuse_change();
create trigger append_only_whole before truncate on kernel.history for each statement execute function kernel.refuse_change();

create table kernel.fact (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  actor jsonb not null,
  trace_id text not null,
  at timestamptz(3) not null
);
create index fact_of_subject on kernel.fact (subject_kind, subject_id, seq);
create trigger append_only before update or delete on kernel.fact for each row execute function kernel.refuse_change();
create trigger append_only_whole before truncate on kernel.fact for each statement execute function kernel.refuse_change();

-- Facts that the relay has not yet spread to their listeners.
create table kernel.fact_pending (
  fact_id uuid primary key references kernel.fact
);

-- One row per fact and listener: the effect and the mark `done` commit together.
create table kernel.delivery (
  fact_id uuid not null references kernel.fact,
  listener text not null,
  state text not null default 'due' check (state in ('due', 'running', 'done', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz(3) not null default clock_timestamp(),
  claimed_until timestamptz(3),
  error text,
  primary key (fact_id, listener)
);
create index delivery_to_sweep on kernel.delivery (coalesce(claimed_until, next_at)) where state in ('due', 'running');
create index delivery_to_forget on kernel.delivery (next_at) where state = 'done';

create table kernel.idempotency_key (
  caller text not null,
  key text not null,
  fingerprint text not null,
  status integer,
  body text,
  location text,
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (caller, key)
);
create index idempotency_key_by_age on kernel.idempotency_key (created_at);

create table kernel.counter (
  key text primary key,
  value bigint not null
);

-- Every access to a person's data by staff or a system. Business reads write it in their own statement.
create table kernel.access_log (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null default kernel.now(),
  subject_id uuid not null,
  reader_kind text not null,
  reader_id text not null,
  reader_unit text,
  purpose text not null,
  operation text not null,
  record_kind text not null,
  record_id uuid not null,
  request_id text not null
);
create index access_log_of_subject on kernel.access_log (subject_id, at desc, id desc);
create trigger append_only before update or delete on kernel.access_log for each row execute function kernel.refuse_change();
create trigger append_only_whole before truncate on kernel.access_log for each statement execute function kernel.refuse_change();

-- The hours and days that have been told, so that each is told once.
create table kernel.told_time (
  kind text not null,
  mark text not null,
  primary key (kind, mark)
);

-- down
drop schema kernel cascade;
