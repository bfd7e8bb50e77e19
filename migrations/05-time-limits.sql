-- Working-day calendars and statutory clocks on any subject (工作日历、法定时限).

create schema time_limits;

-- T1: one calendar for each source, area and year; what was published stays, a correction is a further issue.
create table time_limits.calendar (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('published')),
  source text not null check (source in ('national', 'regional', 'place')),
  area text not null check (area ~ '^\d{12}$'),
  area_path text[] not null,
  year integer not null check (year between 2000 and 2100),
  origin text not null check (origin in ('platform', 'people')),
  unique (area, year),
  check ((source = 'national') = (area = '000000000000')),
  check ((source = 'regional') = (area ~ '^\d\d0{10}$' and area <> '000000000000'))
);

-- An edition is the state of all calendars after one publication. Its numbers rise in the order of commits and are never used again.
create sequence time_limits.edition as integer;

create table time_limits.calendar_issue (
  calendar_id uuid not null references time_limits.calendar,
  number integer not null check (number > 0),
  edition integer not null,
  notice text not null check (notice <> ''),
  published_at timestamptz(3) not null,
  primary key (calendar_id, number),
  unique (calendar_id, edition)
);
create index calendar_issue_by_edition on time_limits.calendar_issue (edition);

create table time_limits.calendar_day (
  calendar_id uuid not null,
  number integer not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'make-up')),
  name text not null check (name <> ''),
  primary key (calendar_id, number, day),
  foreign key (calendar_id, number) references time_limits.calendar_issue
);

create trigger immutable before update or delete on time_limits.calendar_issue for each row execute function kernel.refuse_change();
create trigger immutable before update or delete on time_limits.calendar_day for each row execute function kernel.refuse_change();

-- The newest edition, held until the end of the transaction: nobody publishes while a due day is being computed with it. In a volatile
-- function each statement sees what was committed before it, so also what the lock waited for.
create function time_limits.hold_edition() returns integer language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('time-limits.calendar'));
  return (select coalesce(max(edition), 0) from time_limits.calendar_issue);
end $$;

create table time_limits."limit" (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('running', 'paused', 'met', 'exceeded', 'cancelled')),
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null,
  area text not null check (area ~ '^\d{12}$'),
  days integer not null check (days between 0 and 3650),
  unit text not null check (unit in ('working-day', 'calendar-day')),
  basis text not null check (basis <> ''),
  warns boolean not null,
  pausable boolean not null,
  started_at timestamptz(3) not null,
  started_on date not null,
  due_on date not null check (due_on >= started_on),
  due_at timestamptz(3) not null,
  provisional boolean not null,
  missing text[] not null,
  warn_on date check ((warn_on is not null) = warns),
  warn_at timestamptz(3) check ((warn_at is not null) = warns),
  rung text not null check (rung in ('green', 'yellow', 'red')),
  next_fire_at timestamptz(3),
  ended_at timestamptz(3),
  edition integer not null,
  -- T3: a limit ends with its day, at midnight in Shanghai.
  constraint due_at_is_midnight check (due_at at time zone 'Asia/Shanghai' = due_on + 1),
  constraint provisional_says_why check (provisional = (cardinality(missing) > 0)),
  -- T10: a running limit always has a next rung, any other never.
  constraint running_fires check ((state = 'running') = (next_fire_at is not null)),
  constraint exceeded_is_red check ((state = 'exceeded') = (rung = 'red')),
  constraint open_has_not_ended check (case when state in ('running', 'paused') then ended_at is null else state = 'exceeded' or ended_at is not null end)
);
create index limit_of_subject on time_limits."limit" (subject_kind, subject_id);
create unique index limit_open_once on time_limits."limit" (subject_kind, subject_id, kind) where state in ('running', 'paused');
-- T11: a limit that is not due costs nothing to keep.
create index limit_to_fire on time_limits."limit" (next_fire_at) where state = 'running';
create index limit_provisional on time_limits."limit" (id) where provisional and state in ('running', 'paused');

-- A time during which the clock stood, and the procedures it stood for.
create table time_limits.pause (
  id uuid primary key,
  limit_id uuid not null references time_limits."limit",
  from_at timestamptz(3) not null,
  to_at timestamptz(3) check (to_at >= from_at),
  causes jsonb not null check (jsonb_array_length(causes) > 0),
  -- T5: pauses of a limit never overlap. The id as a one-point range spares an extension.
  constraint one_pause_at_a_time exclude using gist (
    int8range(hashtextextended(limit_id::text, 0), hashtextextended(limit_id::text, 0), '[]') with &&,
    tstzrange(from_at, to_at) with &&
  )
);
create index pause_of_limit on time_limits.pause (limit_id);

-- The pauses of a limit as records. A statement that waited for the lock on a limit reads the row anew, but what it joins as of its
-- beginning; a volatile function reads what is committed now.
create function time_limits.pauses_of(uuid) returns jsonb language plpgsql volatile as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'limitId', limit_id, 'fromAt', from_at, 'toAt', to_at, 'causes', causes)
      order by from_at), '[]')
    from time_limits.pause where limit_id = $1);
end $$;

-- down
drop schema time_limits cascade;
