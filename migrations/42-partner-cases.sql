-- Cases that departments run in systems of their own (A22), and case numbers reserved in bulk (A1).

-- Nobody here acts on such a case: it is as its records tell.
alter table acceptance."case" add column elsewhere boolean not null default false;

-- Records of such cases, as they were sent. What cannot be placed yet waits for the acceptance of its case.
create table acceptance.partner_record (
  id uuid primary key,
  organization_id uuid not null,
  area_path text[] not null,
  -- The sender's own key: the same record again changes nothing.
  key text not null,
  -- Keyed hash of the content.
  digest text not null,
  kind text not null check (kind in ('up_pro_accept', 'up_pro_process', 'up_pro_special_procedure', 'up_pro_material', 'up_pro_result')),
  state text not null check (state in ('placed', 'parked', 'refused')),
  case_number text not null,
  case_id uuid references acceptance."case",
  -- Place in the order of business; a material has no time of its own.
  happened_at timestamptz(3),
  until_at timestamptz(3) check (until_at >= happened_at),
  sequence integer,
  national_code smallint check (national_code between 1 and 15),
  step text,
  -- Of a special procedure: whether the guide lets it stop the clock, or how many days it adds.
  stops_clock boolean not null,
  extension_days integer,
  refusal text,
  sealed text not null,
  sent_by text not null,
  received_at timestamptz(3) not null,
  check ((state = 'placed') = (case_id is not null)),
  check ((state = 'refused') = (refusal is not null)),
  unique (organization_id, key)
);
create index partner_record_of_case on acceptance.partner_record (case_id, happened_at) where case_id is not null;
create index partner_record_unplaced on acceptance.partner_record (received_at, id) where state <> 'placed';
create index partner_record_parked on acceptance.partner_record (case_number) where state = 'parked';

create table acceptance.number_reservation (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state = 'reserved'),
  organization_id uuid not null,
  area_path text[] not null,
  code text not null,
  day date not null,
  kind text not null check (kind in ('1', '2', '9')),
  first_serial integer not null check (first_serial > 0),
  last_serial integer not null check (last_serial between first_serial and 99999999),
  reserved_at timestamptz(3) not null,
  expires_on date not null check (expires_on >= day)
);
create index number_reservation_of_code on acceptance.number_reservation (code, day, first_serial);
create index number_reservation_of_organization on acceptance.number_reservation (organization_id, id desc);

-- down
drop table acceptance.number_reservation;
drop table acceptance.partner_record;
alter table acceptance."case" drop column elsewhere;
