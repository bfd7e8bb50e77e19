-- Search among a million guides (implementation/I13).

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

-- down
drop trigger keeps_name on implementation.guide_search;
drop function implementation.keep_name();
create index guide_search_similar on implementation.guide_search using gin (key gin_trgm_ops);
drop table implementation.guide_name;
drop index implementation.guide_search_sample;
