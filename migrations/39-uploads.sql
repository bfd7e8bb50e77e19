-- Files of people (acceptance/A8): what was sent, by whom, what became of it; the bytes lie sealed in the store of files.

create table acceptance.upload (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('receiving', 'quarantined', 'clean', 'unscanned', 'infected', 'removed')),
  uploader_kind text not null check (uploader_kind in ('person', 'staff', 'partner')),
  uploader_id text not null,
  -- One upload for a sender and key; a file that was not received gives its key back.
  request_key text,
  media_type text not null,
  size integer check (size > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What opens the bytes, sealed; forgotten with the file.
  key text,
  begun_at timestamptz(3) not null,
  -- The case, or the journey, that has it, and until then the end of the wait for one.
  bound_to uuid,
  expires_at timestamptz(3),
  check (state in ('receiving', 'removed') or (size is not null and sha256 is not null and key is not null)),
  check (state <> 'removed' or key is null),
  check (bound_to is null or expires_at is null or state = 'removed')
);
create unique index upload_of_request on acceptance.upload (uploader_kind, uploader_id, request_key) where request_key is not null;
create index upload_expiring on acceptance.upload (expires_at) where state <> 'removed' and expires_at is not null;
create index upload_bound on acceptance.upload (bound_to) where bound_to is not null;

-- Files of before stay in material_file and are read from there.
alter table acceptance.material add column upload_id uuid;
create index material_of_upload on acceptance.material (upload_id) where upload_id is not null;

-- down
alter table acceptance.material drop column upload_id;
drop table acceptance.upload;
