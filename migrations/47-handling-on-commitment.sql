-- Handling on commitment and the check afterwards (告知承诺, acceptance/A10).

create table acceptance.commitment (
  -- That of the case.
  id uuid primary key references acceptance."case",
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('made', 'withdrawn', 'lapsed', 'checking', 'kept', 'doubted', 'rectifying',
    'upheld', 'rectified', 'annulled')),
  organization_id uuid not null,
  area_path text[] not null,
  applicant_id uuid not null,
  text_version text not null,
  text_digest text not null check (text_digest ~ '^[0-9a-f]{64}$'),
  after_check_days integer not null check (after_check_days > 0),
  made_at timestamptz(3) not null,
  check_due_on date,
  checked_by_id text,
  checked_at timestamptz(3),
  rectifiable boolean,
  defence_due_on date,
  defended_at timestamptz(3),
  defence_ended boolean not null,
  rectify_due_on date,
  rectified_at timestamptz(3),
  decided_at timestamptz(3),
  sealed text not null,
  check ((checked_by_id is null) = (checked_at is null)),
  -- Nothing follows from a finding without days in which the person is heard.
  check (state not in ('doubted', 'rectifying', 'upheld', 'rectified', 'annulled')
    or (checked_at is not null and rectifiable is not null and defence_due_on is not null)),
  check ((state in ('upheld', 'rectified', 'annulled')) = (decided_at is not null)),
  check (state <> 'rectified' or rectify_due_on is not null)
);

-- Whatever kinds of documents there are by now, and those of a check.
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check ' || replace(kinds, 'ARRAY[',
    'ARRAY[''falsehood-notice''::text, ''rectification-order''::text, ''after-check-decision''::text, ');
end $$;

-- down
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  delete from acceptance.document where kind in ('falsehood-notice', 'rectification-order', 'after-check-decision');
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check ' || replace(kinds,
    '''falsehood-notice''::text, ''rectification-order''::text, ''after-check-decision''::text, ', '');
end $$;
drop table acceptance.commitment;
