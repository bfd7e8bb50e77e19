-- What regions, prefectures and counties have answered to the items of the catalogue (承接; catalog/C5).

create table catalog.adoption (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('adopted', 'declined')),
  basic_code text not null,
  division_code text not null check (division_code ~ '^\d{12}$'),
  area_path text[] not null,
  item_version_id uuid not null,
  version_number integer not null check (version_number > 0),
  reason text,
  answered_at timestamptz(3) not null,
  unique (basic_code, division_code),
  check ((state = 'declined') = (reason is not null))
);

-- down
drop table catalog.adoption;
