-- Halls outside the centre, and providers that are no organ of government (中心外大厅、非政府服务单位).

-- D6: a hall has the number of the decision, two supervising organs, and a window inside the centre.
alter table directory.service_place drop constraint service_place_kind_check;
alter table directory.service_place add check
  (kind in ('centre', 'convenience-centre', 'convenience-station', 'outlet', 'self-service', 'outside-hall'));
alter table directory.service_place
  add decision_number text,
  add competent_department_id uuid references directory.organization,
  add administration_id uuid references directory.organization,
  add centre_window_id uuid references directory.service_window,
  add constraint hall_is_whole check (kind <> 'outside-hall' or
    (decision_number is not null and competent_department_id <> administration_id and administration_id is not null
      and competent_department_id is not null and centre_window_id is not null));
create index service_place_of_window on directory.service_place (centre_window_id) where centre_window_id is not null;

-- D7: each has a complaint route of its own.
create table directory.provider (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('active', 'closed')),
  kind text not null,
  name text not null,
  division_code text not null references directory.division,
  area_path text[] not null,
  supervisor_id uuid not null references directory.organization,
  phone text,
  address text,
  complaint_phone text not null,
  complaint_organization_id uuid not null references directory.organization
);
create index provider_in_order on directory.provider (division_code, id);
create index provider_by_area on directory.provider using gin (area_path);

-- down
drop table directory.provider;
drop index directory.service_place_of_window;
alter table directory.service_place drop constraint hall_is_whole, drop constraint service_place_kind_check, drop decision_number,
  drop competent_department_id, drop administration_id, drop centre_window_id;
alter table directory.service_place add check (kind in ('centre', 'convenience-centre', 'convenience-station', 'outlet', 'self-service'));
