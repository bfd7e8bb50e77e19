-- Invitations to rate, and ratings (评价邀请、好差评).

create schema ratings;

create table ratings.invitation (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('open', 'used', 'spent')),
  case_id uuid not null,
  service_number integer check (service_number > 0),
  code_hash text not null unique,
  expires_at timestamptz(3) not null,
  constraint invitation_made_once unique nulls not distinct (case_id, service_number)
);

create table ratings.rating (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('given', 'supplemented')),
  reference uuid not null unique,
  case_id uuid not null,
  service_number integer check (service_number > 0),
  party_id uuid not null,
  organization_id uuid not null,
  area_path text[] not null,
  basic_code text not null,
  item_name text not null,
  way text not null check (way in ('signed-in', 'invitation')),
  anonymous boolean not null,
  grade integer not null check (grade between 1 and 5),
  details text[] not null,
  text text,
  rated_at timestamptz(3) not null,
  rated_on date not null,
  later_grade integer check (later_grade between 1 and 5),
  later_details text[] not null,
  later_text text,
  supplemented_at timestamptz(3),
  supplemented_on date,
  check ((later_grade is not null and supplemented_at is not null) = (state = 'supplemented')),
  -- R2: one rating per service and per case.
  constraint service_rated_once unique nulls not distinct (case_id, service_number)
);
create index rating_of_organization on ratings.rating (organization_id, rated_on desc);
create index rating_by_area on ratings.rating using gin (area_path);

-- down
drop schema ratings cascade;
