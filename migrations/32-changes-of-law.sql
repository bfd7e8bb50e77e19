-- Shorter limits and fewer materials apply to running cases at once (implementation/I9).

-- Open cases of a list, by the version they stay with.
create index case_of_version on acceptance."case" (variant_code, guide_version_id, id)
  where state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended');

-- How far versions that have taken effect have been followed, and within the next one up to which case.
create table acceptance.guide_following (
  one boolean primary key default true check (one),
  position bigint not null,
  after_case uuid not null
);
insert into acceptance.guide_following (position, after_case) values (0, '00000000-0000-0000-0000-000000000000');

-- down
drop table acceptance.guide_following;
drop index acceptance.case_of_version;
