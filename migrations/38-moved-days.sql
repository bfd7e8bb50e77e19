-- T8: what each publication of a calendar changes, until every open limit has been computed anew with it.

create table time_limits.calendar_change (
  calendar_id uuid not null,
  number integer not null,
  edition integer not null,
  source text not null check (source in ('national', 'regional', 'place')),
  area text not null check (area ~ '^\d{12}$'),
  year integer not null,
  -- First and last day that is worked now and was not, or the other way round; none where the year has only become known.
  first_day date,
  last_day date check (last_day >= first_day),
  -- The last limit that was looked at.
  after_limit uuid not null,
  done_at timestamptz(3),
  primary key (calendar_id, number),
  foreign key (calendar_id, number) references time_limits.calendar_issue,
  check ((first_day is null) = (last_day is null))
);
create index calendar_change_to_follow on time_limits.calendar_change (edition) where done_at is null;

-- down
drop table time_limits.calendar_change;
