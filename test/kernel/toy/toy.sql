-- A module of the kernel's own specs: notes with lines below them, and what its listeners leave behind.
create schema kernel_test;

create table kernel_test.note (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'published', 'closed')),
  code text not null unique,
  title text not null,
  holder_id uuid not null,
  unit uuid not null,
  area_path text[] not null,
  urgent boolean not null,
  amount_fen integer not null,
  day date,
  body jsonb,
  made_at timestamptz(3) not null,
  parent_id uuid references kernel_test.note
);

create table kernel_test.line (
  id uuid primary key,
  note_id uuid not null references kernel_test.note,
  text text not null
);

-- No key on purpose: an effect that happened twice is to be seen.
create table kernel_test.effect (
  fact_id uuid not null,
  listener text not null,
  title text not null
);

grant usage on schema kernel_test to tongban_app;
grant select, insert, update, delete on all tables in schema kernel_test to tongban_app;
