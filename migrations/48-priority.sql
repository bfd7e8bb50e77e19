-- Emergency and green-channel priority (acceptance/A26): that a case comes first today and how that was shown, and nothing of why.
create table acceptance.case_priority (
  case_id uuid primary key references acceptance."case",
  shown_by text not null check (shown_by in ('self-statement', 'certificate')),
  day date not null
);
create index case_priority_day on acceptance.case_priority (day);

-- down
drop table acceptance.case_priority;
