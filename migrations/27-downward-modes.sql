-- Items that come down to townships and villages: entrusted acceptance, authorized handling, assisted handling (委托受理、授权办理、帮办代办).

-- D5: each arrangement says who decides and who is liable.
create table directory.arrangement (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('granted', 'revoked')),
  grantor_id uuid not null references directory.organization,
  receiver_id uuid not null references directory.organization,
  place_id uuid references directory.service_place,
  area_path text[] not null,
  mode text not null check (mode in ('entrusted-acceptance', 'authorized-handling', 'assisted-handling')),
  item_codes text[] not null check (cardinality(item_codes) > 0),
  decides text not null check (decides in ('grantor', 'receiver')),
  liable text not null check (liable in ('grantor', 'receiver')),
  document_number text not null,
  from_on date not null,
  to_on date,
  revoked_at timestamptz(3),
  revocation_reason text,
  check (from_on <= to_on),
  check ((mode = 'authorized-handling') = (decides = 'receiver')),
  check (mode = 'authorized-handling' or liable = 'grantor'),
  check ((state = 'revoked') = (revoked_at is not null))
);
create index arrangement_of_receiver on directory.arrangement (receiver_id, id);
create index arrangement_of_grantor on directory.arrangement (grantor_id, id);
create index arrangement_at_place on directory.arrangement (place_id) where place_id is not null;

-- down
drop table directory.arrangement;
