-- Unified acceptance (统一受理): cases from intake to delivery, what is handed in, notices, procedures, opinions, documents.

create schema acceptance;

create table acceptance."case" (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended',
    'decided', 'completed', 'not-needed', 'refused', 'withdrawn', 'terminated')),
  -- A1: implementation code, day, kind, serial.
  case_number text unique check (case_number ~ '^[0-9A-Z]{31}\d{8}[129]\d{8}$'),
  query_code_hash text,
  code text not null,
  variant_code text not null,
  guide_version_id uuid not null,
  guide_digest text not null,
  item_name text not null,
  basic_code text not null,
  handling text not null check (handling in ('on-the-spot', 'promised')),
  organization_id uuid not null,
  area_path text[] not null,
  applicant_id uuid not null,
  applicant_shown text not null,
  agent_id uuid,
  entered_by_id text,
  channel text not null check (channel in ('window', 'online', 'mobile', 'post')),
  journey_ref text,
  sealed text not null,
  submitted_at timestamptz(3),
  received_at timestamptz(3),
  receipt_seq integer,
  intake_limit_id uuid,
  due_on date,
  assignee_id text,
  assigned_until timestamptz(3),
  refusal_kind text check (refusal_kind in ('not-needed', 'not-competent', 'refused')),
  accepted_at timestamptz(3),
  deemed boolean not null,
  decided_at timestamptz(3),
  granted boolean,
  licence_id uuid,
  completed_at timestamptz(3),
  -- What has been submitted has its number, its code and its receipt.
  check (state = 'draft' or (case_number is not null and query_code_hash is not null and submitted_at is not null
    and received_at is not null and receipt_seq is not null)),
  check (state not in ('accepted', 'in-review', 'suspended', 'decided', 'completed') or accepted_at is not null),
  check (state not in ('decided', 'completed') or (decided_at is not null and granted is not null)),
  check ((state = 'completed') = (completed_at is not null)),
  check ((state in ('not-needed', 'refused')) = (refusal_kind is not null))
);
create index case_of_desk_open on acceptance."case" (organization_id, coalesce(due_on, 'infinity'), id)
  where state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided');
create index case_open on acceptance."case" (coalesce(due_on, 'infinity'), id)
  where state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided');
create index case_of_desk_new on acceptance."case" (organization_id, submitted_at desc, id desc) where submitted_at is not null;
create index case_new on acceptance."case" (submitted_at desc, id desc) where submitted_at is not null;
create index case_of_area on acceptance."case" using gin (area_path);
create index case_of_applicant on acceptance."case" (applicant_id, id desc);
create index case_of_agent on acceptance."case" (agent_id, id desc) where agent_id is not null;
create index case_entered_by on acceptance."case" (entered_by_id, id desc) where entered_by_id is not null;

create table acceptance.material (
  id uuid primary key,
  case_id uuid not null references acceptance."case",
  seq integer not null check (seq > 0),
  code text not null,
  kind text not null check (kind in ('statement', 'certificate-reference', 'commitment', 'file')),
  media_type text,
  size integer check (size > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  licence_id uuid,
  sealed text not null,
  at timestamptz(3) not null,
  check ((kind = 'file') = (media_type is not null and size is not null and sha256 is not null)),
  check ((kind = 'certificate-reference') = (licence_id is not null))
);
create index material_of_case on acceptance.material (case_id, seq);

create table acceptance.material_file (
  id uuid primary key references acceptance.material,
  sealed text not null
);

create table acceptance.supplement_request (
  id uuid primary key,
  case_id uuid not null references acceptance."case",
  receipt_seq integer not null,
  material_codes text[] not null,
  form_fields text[] not null,
  sealed text not null,
  requested_at timestamptz(3) not null,
  supplied_at timestamptz(3),
  -- A3: one notice for each receipt.
  unique (case_id, receipt_seq),
  check (cardinality(material_codes) + cardinality(form_fields) > 0)
);
create unique index supplement_request_open on acceptance.supplement_request (case_id) where supplied_at is null;

create table acceptance.special_procedure (
  id uuid primary key,
  case_id uuid not null references acceptance."case",
  kind text not null,
  name text not null,
  stops_clock boolean not null,
  article text,
  days integer not null check (days >= 0),
  unit text not null check (unit in ('working-day', 'calendar-day')),
  begun_at timestamptz(3) not null,
  ended_at timestamptz(3) check (ended_at >= begun_at),
  sealed text not null,
  -- Only what a provision names stops the clock (《行政许可法》第四十五条).
  check (not stops_clock or article is not null)
);
create index special_procedure_of_case on acceptance.special_procedure (case_id, begun_at);
create unique index special_procedure_stopping on acceptance.special_procedure (case_id) where stops_clock and ended_at is null;

create table acceptance.opinion (
  id uuid primary key,
  case_id uuid not null references acceptance."case",
  step text not null,
  conclusion text not null check (conclusion in ('pass', 'return', 'other')),
  author_id text not null,
  sealed text not null,
  at timestamptz(3) not null
);
create index opinion_of_case on acceptance.opinion (case_id, at);

create table acceptance.document (
  id uuid primary key,
  case_id uuid not null references acceptance."case",
  organization_id uuid not null,
  kind text not null check (kind in ('acceptance', 'not-needed', 'not-competent', 'refusal', 'supplement-notice',
    'special-procedure', 'decision', 'delivery', 'termination')),
  number text not null,
  issued_on date not null,
  issued_at timestamptz(3) not null,
  sealed text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  unique (organization_id, number)
);
create index document_of_case on acceptance.document (case_id, issued_at);

-- Wrong query codes per case (A1): five, then closed for a day.
create table acceptance.query_try (
  case_id uuid primary key references acceptance."case",
  wrong integer not null,
  opened boolean not null,
  at timestamptz(3) not null
);

-- down
drop schema acceptance cascade;
