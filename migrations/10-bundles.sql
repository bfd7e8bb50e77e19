-- One-matter bundles and their published versions, journeys and their members (一件事、一次联办).

create schema bundles;

create table bundles.bundle (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  code text not null check (code ~ '^[0-9A-Z]{6,32}$'),
  lead_organization_id uuid not null,
  area_path text[] not null,
  content jsonb not null,
  latest_number integer not null check (latest_number >= 0)
);
-- A code is one bundle's; a withdrawn bundle gives it back.
create unique index bundle_code on bundles.bundle (code) where state <> 'withdrawn';
create index bundle_of_lead on bundles.bundle (lead_organization_id, id desc);
create index bundle_by_area on bundles.bundle using gin (area_path);

create table bundles.bundle_version (
  id uuid primary key,
  bundle_id uuid not null references bundles.bundle,
  number integer not null check (number > 0),
  code text not null,
  theme text not null,
  name text not null,
  lead_organization_id uuid not null,
  lead_organization_name text not null,
  area_path text[] not null,
  document text not null,
  digest text not null check (digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3) check (effective_to >= effective_from),
  unique (bundle_id, number),
  -- B1: one version of a code is in force at a time. The code as a one-point range spares an extension.
  constraint one_version_at_a_time exclude using gist (
    int8range(hashtextextended(code, 0), hashtextextended(code, 0), '[]') with &&,
    tstzrange(effective_from, effective_to) with &&
  ) deferrable
);
create index bundle_version_in_force on bundles.bundle_version (code) where effective_to is null;

-- B1, B6: what is published stays as it is; only the end of its time is set, once.
create function bundles.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.effective_to is not null or (to_jsonb(new) - 'effective_to') <> (to_jsonb(old) - 'effective_to') then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger immutable before update or delete on bundles.bundle_version
  for each row execute function bundles.refuse_rewriting();

create table bundles.journey (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('running', 'completed', 'ended')),
  journey_number text not null unique,
  bundle_version_id uuid not null references bundles.bundle_version,
  code text not null,
  name text not null,
  lead_organization_id uuid not null,
  area_path text[] not null,
  organization_ids text[] not null,
  member_areas text[] not null,
  applicant_id uuid not null,
  agent_id uuid,
  channel text not null check (channel in ('window', 'online', 'mobile', 'post')),
  submitted_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at >= submitted_at),
  check ((ended_at is null) = (state = 'running'))
);
create index journey_of_applicant on bundles.journey (applicant_id, id desc);
create index journey_of_agent on bundles.journey (agent_id, id desc) where agent_id is not null;
create index journey_of_lead on bundles.journey (lead_organization_id, id desc);
create index journey_by_area on bundles.journey using gin (area_path);
create index journey_by_organization on bundles.journey using gin (organization_ids);
create index journey_by_member_area on bundles.journey using gin (member_areas);

create table bundles.journey_member (
  id uuid primary key,
  journey_id uuid not null references bundles.journey,
  position integer not null,
  key text not null,
  code text not null,
  name text not null,
  organization_id uuid not null,
  area_path text[] not null,
  state text not null check (state in ('waiting', 'submitted', 'granted', 'completed', 'failed', 'dropped')),
  reason text check (reason in
    ('refused', 'denied', 'withdrawn', 'terminated', 'not-submitted', 'predecessor-failed', 'stopped-by-applicant')),
  problem text check (problem is null or reason = 'not-submitted'),
  needs jsonb not null,
  case_id uuid unique,
  sealed text,
  unique (journey_id, key),
  check ((reason is not null) = (state in ('failed', 'dropped'))),
  -- What a person applied with is kept only as long as it waits to be submitted.
  check ((sealed is not null) = (state = 'waiting')),
  check (case_id is not null or state in ('waiting', 'failed', 'dropped'))
);

-- down
drop schema bundles cascade;
