-- Materials that were promised and follow later (容缺受理, acceptance/A9).

alter table acceptance.material drop constraint material_kind_check, add constraint material_kind_check
  check (kind in ('statement', 'certificate-reference', 'commitment', 'file', 'deferred'));

create table acceptance.deferral (
  -- That of the promise among the materials.
  id uuid primary key references acceptance.material,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('promised', 'extended', 'overdue', 'supplied', 'lapsed')),
  case_id uuid not null references acceptance."case",
  organization_id uuid not null,
  area_path text[] not null,
  applicant_id uuid not null,
  material_code text not null,
  material_name text not null,
  text_version text not null,
  text_digest text not null check (text_digest ~ '^[0-9a-f]{64}$'),
  days integer not null check (days > 0),
  unit text not null check (unit in ('working-day', 'calendar-day')),
  source text not null check (source in ('guide', 'default')),
  may_follow_decision boolean not null,
  promised_at timestamptz(3) not null,
  due_on date not null,
  asked_at timestamptz(3),
  extended_at timestamptz(3),
  ended_at timestamptz(3),
  sealed text,
  unique (case_id, material_code),
  -- More time is given because it was asked for.
  check (extended_at is null or asked_at is not null),
  check ((asked_at is null) = (sealed is null)),
  check ((state in ('supplied', 'lapsed')) = (ended_at is not null))
);

-- Whatever kinds of documents there are by now, and the notice of deferred materials.
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check '
    || replace(kinds, 'ARRAY[', 'ARRAY[''deferral-notice''::text, ');
end $$;

-- down
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  delete from acceptance.document where kind = 'deferral-notice';
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check ' || replace(kinds, '''deferral-notice''::text, ', '');
end $$;
drop table acceptance.deferral;
alter table acceptance.material drop constraint material_kind_check, add constraint material_kind_check
  check (kind in ('statement', 'certificate-reference', 'commitment', 'file')) not valid;
