-- C3: the offices that are asked about every item of the region's own, what each was asked and said, and the countersignature.
create table catalog.review_board (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state = 'standing'),
  region text not null unique,
  lead_id uuid not null,
  legal_id uuid not null,
  administration_id uuid not null,
  establishment_id uuid not null
);

create table catalog.review_request (
  id uuid primary key,
  item_id uuid not null references catalog.item,
  round integer not null check (round > 0),
  question text not null check (question in ('lawful', 'complete', 'consistent', 'workable')),
  organization_id uuid not null,
  answer text check (answer in ('yes', 'no')),
  reasons text,
  answered_at timestamptz(3),
  escalated_at timestamptz(3),
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'no' or reasons is not null),
  unique (item_id, round, question, organization_id)
);

-- A round that was open under the four bare questions named no organization: the draft is submitted anew.
alter table catalog.item drop constraint item_state_check;
update catalog.item set state = 'draft' where state in ('submitted', 'reviewed');
alter table catalog.item add constraint item_state_check
  check (state in ('draft', 'submitted', 'reviewed', 'countersigned', 'published', 'withdrawn'));
alter table catalog.item drop column reviews;
alter table catalog.item add column round integer not null default 0 check (round >= 0);
alter table catalog.item alter column round drop default;
alter table catalog.item add column asked_ids text[] not null default '{}';
alter table catalog.item alter column asked_ids drop default;

-- down
alter table catalog.item drop column asked_ids;
alter table catalog.item drop column round;
alter table catalog.item add column reviews jsonb not null default '[]';
alter table catalog.item alter column reviews drop default;
alter table catalog.item drop constraint item_state_check;
update catalog.item set state = 'draft' where state = 'countersigned';
alter table catalog.item add constraint item_state_check check (state in ('draft', 'submitted', 'reviewed', 'published', 'withdrawn'));
drop table catalog.review_request;
drop table catalog.review_board;
