-- Search among a million guides (implementation/I13); rows of imports that have been taken, of items as well as of lists (catalog/C2).

-- Whether much or little is found is judged by every 64th row: place is an order by chance.
create index guide_search_sample on implementation.guide_search using gin (words) where place % 64 = 0;

-- Many organs offer the same item: what is spelled a little differently is looked for among the names, each of them once. Two
-- transactions that bring the same name leave it twice, rather than wait for each other. Names stay when their guides have ended.
create table implementation.guide_name (key text collate "C" not null);
create index guide_name_by_key on implementation.guide_name (key);
insert into implementation.guide_name select distinct key from implementation.guide_search;
create index guide_name_similar on implementation.guide_name using gin (key gin_trgm_ops);
drop index implementation.guide_search_similar;

create function implementation.keep_name() returns trigger language plpgsql as $$
begin
  insert into implementation.guide_name select distinct a.key from added a
  where not exists (select from implementation.guide_name n where n.key = a.key);
  return null;
end $$;
create trigger keeps_name after insert on implementation.guide_search
  referencing new table as added for each statement execute function implementation.keep_name();

-- The same rows of the same batch again change nothing, whichever kind of job took them.
create table kernel.taken_row (
  kind text not null,
  batch text not null,
  -- SHA-256 of the row.
  digest text not null,
  job_id uuid not null,
  primary key (kind, batch, digest)
);
insert into kernel.taken_row select 'implementation.list-import', batch, digest, job_id from implementation.taken_row;
drop table implementation.taken_row;

-- down
create table implementation.taken_row (
  batch text not null,
  digest text not null,
  job_id uuid not null,
  primary key (batch, digest)
);
insert into implementation.taken_row
select batch, digest, job_id from kernel.taken_row where kind = 'implementation.list-import';
drop table kernel.taken_row;
drop trigger keeps_name on implementation.guide_search;
drop function implementation.keep_name();
create index guide_search_similar on implementation.guide_search using gin (key gin_trgm_ops);
drop table implementation.guide_name;
drop index implementation.guide_search_sample;
