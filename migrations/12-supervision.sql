-- Warning cards of electronic monitoring (电子监察预警卡).

create schema supervision;

create table supervision.card (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('open', 'unanswered', 'answered', 'appealed', 'closed')),
  rule text not null check (rule in ('overdue')),
  colour text not null check (colour in ('yellow', 'red')),
  hit uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  organization_id uuid not null,
  area_path text[] not null,
  evidence jsonb not null,
  raised_at timestamptz(3) not null,
  answer text,
  answered_at timestamptz(3),
  appeal text,
  appealed_at timestamptz(3),
  appeal_reason text,
  outcome text check (outcome in ('corrected', 'upheld', 'lifted')),
  closing_reason text,
  closed_at timestamptz(3),
  check ((answered_at is null) = (answer is null)),
  check ((appealed_at is null) = (appeal is null)),
  check ((closed_at is not null and outcome is not null and closing_reason is not null) = (state = 'closed')),
  -- S2: a rule raises one card of a colour for one hit.
  constraint card_raised_once unique (rule, hit, colour)
);
create index card_of_organization on supervision.card (organization_id, id desc);
create index card_by_area on supervision.card using gin (area_path);

-- down
drop schema supervision cascade;
