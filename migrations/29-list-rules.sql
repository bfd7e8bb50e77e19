-- What places have decided about the cross-field rules of lists (要素校验规则; implementation/I2). Where nothing stands, every rule holds.

create table implementation.list_rule (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state = 'decided'),
  division_code text not null,
  area_path text[] not null,
  code text not null,
  enforced boolean not null,
  parameter integer check (parameter >= 0),
  reason text not null,
  decided_at timestamptz(3) not null,
  unique (division_code, code)
);

-- down
drop table implementation.list_rule;
