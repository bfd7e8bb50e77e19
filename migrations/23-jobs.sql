-- Long work on rows that were received before it began: what is to be done, how far it is, and what became of each row.

create table kernel.job (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('receiving', 'waiting', 'running', 'done', 'cancelled', 'failed')),
  facts jsonb not null,
  starter_kind text not null,
  starter_id text not null,
  -- The starter with the roles held then: in whose name the rows are done.
  actor jsonb not null,
  -- Who administers one of these may see it besides the starter; empty: who administers everything.
  area_path text[] not null,
  language text not null,
  trace_id text not null,
  idempotency_key text not null,
  fingerprint text,
  total integer not null default 0 check (total >= 0),
  done integer not null default 0 check (done between 0 and total),
  outcomes jsonb not null default '{}',
  attempts integer not null default 0,
  -- The worker that has it, and until when it may be silent.
  claim uuid,
  claimed_until timestamptz(3),
  error text,
  created_at timestamptz(3) not null default kernel.now(),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  unique (starter_kind, starter_id, idempotency_key)
);
create index job_to_do on kernel.job (claimed_until) where state in ('receiving', 'waiting', 'running');
create index job_to_forget on kernel.job (ended_at) where ended_at is not null;

create table kernel.job_row (
  job_id uuid not null references kernel.job on delete cascade,
  number integer not null check (number > 0),
  -- Until it is done; a row that could not be read has none.
  data text,
  outcome text,
  code text,
  problems jsonb not null default '[]',
  primary key (job_id, number)
);
create index job_row_by_outcome on kernel.job_row (job_id, outcome, number);

-- down
drop table kernel.job_row;
drop table kernel.job;
