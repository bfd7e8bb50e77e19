-- Limits that are extended once, pauses that outlast the time told for them, limits that end on a day known beforehand.

alter table time_limits."limit"
  drop constraint limit_days_check,
  add constraint limit_days_check check (days between 0 and 36500),
  -- T6: once, by working days.
  add column extension_days integer not null default 0 check (extension_days between 0 and 365),
  add column extension_basis text,
  -- T14: yellow so many calendar days before the due day, instead of at a share of the limit.
  add column warn_days integer check (warn_days between 0 and 3650),
  add constraint extension_says_why check ((extension_days > 0) = (extension_basis is not null)),
  -- T5: a paused limit runs on by itself when the time told for its procedures is over.
  drop constraint running_fires,
  add constraint running_fires check (state <> 'running' or next_fire_at is not null),
  add constraint ended_fires_not check (state in ('running', 'paused') or next_fire_at is null);
alter table time_limits."limit" alter column extension_days drop default;

drop index time_limits.limit_to_fire;
create index limit_to_fire on time_limits."limit" (next_fire_at) where next_fire_at is not null;

-- A20
alter table acceptance.document drop constraint document_kind_check, add constraint document_kind_check
  check (kind in ('acceptance', 'not-needed', 'not-competent', 'refusal', 'supplement-notice', 'special-procedure', 'extension',
    'decision', 'delivery', 'termination'));

-- down
alter table acceptance.document drop constraint document_kind_check, add constraint document_kind_check
  check (kind in ('acceptance', 'not-needed', 'not-competent', 'refusal', 'supplement-notice', 'special-procedure',
    'decision', 'delivery', 'termination')) not valid;
drop index time_limits.limit_to_fire;
create index limit_to_fire on time_limits."limit" (next_fire_at) where state = 'running';
alter table time_limits."limit"
  drop constraint ended_fires_not,
  drop constraint running_fires,
  add constraint running_fires check ((state = 'running') = (next_fire_at is not null)) not valid,
  drop constraint extension_says_why,
  drop column warn_days,
  drop column extension_basis,
  drop column extension_days,
  drop constraint limit_days_check,
  add constraint limit_days_check check (days between 0 and 3650) not valid;
