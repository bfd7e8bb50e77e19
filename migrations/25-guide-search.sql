-- Search of published guides (implementation/I13).

-- Trigrams for what is spelled a little differently. They need a database whose locale knows Chinese letters (C.UTF-8, zh_CN.UTF-8).
create extension if not exists pg_trgm;

-- What is compared when people type: letters and digits alone, in one width and one case.
create function implementation.search_key(text text) returns text language sql immutable strict parallel safe
  as $$ select lower(regexp_replace(normalize(text, NFKC), '[^[:alnum:]]', '', 'g')) $$;

-- Every two neighbours, so that two typed letters find even what is rare.
create function implementation.bigrams(key text) returns text[] language plpgsql immutable strict parallel safe
  as $$ begin return array(select distinct substr(key, i, 2) from generate_series(1, length(key) - 1) i); end $$;

-- One row for each version that is in force or will be; a reading asks the time. Filters stand in it as words beside the pairs of
-- letters (`d:` the organization's division, `u:` that and all above it, `o:` organization, `t:` type, `p:` department, `a:` audience,
-- `h:` theme, `n:` online depth and each below it), so that one index answers both and the rarest of them leads.
create table implementation.guide_search (
  version_id uuid primary key references implementation.guide_version,
  variant_code text not null,
  key text collate "C" not null,
  -- The Uyghur name.
  other_key text,
  words tsvector not null,
  -- An order in which neither organization, place nor name plays a part: whatever is common is found after a few rows of it.
  place bigint not null,
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3)
);

create function implementation.search_words(key text, other_key text, guide jsonb, area_path text[]) returns tsvector
  language plpgsql immutable parallel safe as $$
begin
  return array_to_tsvector(
    implementation.bigrams(key) || implementation.bigrams(coalesce(other_key, ''))
    || array['d:' || (guide -> 'organization' ->> 'divisionCode'), 'o:' || (guide -> 'organization' ->> 'id'), 't:' || (guide ->> 'itemType'),
      'p:' || substr(guide ->> 'basicCode', 5, 2)]
    || array(select 'u:' || area from unnest(area_path) area)
    || array(select 'a:' || audience from jsonb_array_elements_text(guide -> 'audiences') audience)
    || array(select 'h:' || theme from jsonb_array_elements_text(guide -> 'themes') theme)
    || array(select 'n:' || depth from generate_series(1, (guide ->> 'onlineDepth')::int) depth));
end $$;

create function implementation.keep_search() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from implementation.guide_search s using changed c where s.version_id = c.id;
  end if;
  insert into implementation.guide_search
  select c.id, c.variant_code, key, other_key, implementation.search_words(key, other_key, guide, c.area_path),
    hashtextextended(c.variant_code, 0), c.effective_from, c.effective_to
  from changed c, lateral (select c.document::jsonb -> 'guide' as guide offset 0) read,
    lateral (select implementation.search_key(c.name) as key, implementation.search_key(guide ->> 'uyghurName') as other_key offset 0) keys
  where c.effective_to is null or c.effective_to > greatest(c.effective_from, (select kernel.now()));
  return null;
end $$;
create trigger keeps_search after insert on implementation.guide_version
  referencing new table as changed for each statement execute function implementation.keep_search();
create trigger keeps_search_when_ended after update on implementation.guide_version
  referencing new table as changed for each statement execute function implementation.keep_search();

insert into implementation.guide_search
select v.id, v.variant_code, key, other_key, implementation.search_words(key, other_key, guide, v.area_path),
  hashtextextended(v.variant_code, 0), v.effective_from, v.effective_to
from implementation.guide_version v, lateral (select v.document::jsonb -> 'guide' as guide) read,
  lateral (select implementation.search_key(v.name) as key, implementation.search_key(guide ->> 'uyghurName') as other_key) keys
where v.effective_to is null or v.effective_to > kernel.now();

create index guide_search_words on implementation.guide_search using gin (words);
create index guide_search_similar on implementation.guide_search using gin (key gin_trgm_ops);
create index guide_search_by_key on implementation.guide_search (key, variant_code);
create index guide_search_by_place on implementation.guide_search (place, variant_code);

-- down
drop trigger keeps_search on implementation.guide_version;
drop trigger keeps_search_when_ended on implementation.guide_version;
drop function implementation.keep_search();
drop function implementation.search_words(text, text, jsonb, text[]);
drop table implementation.guide_search;
drop function implementation.bigrams(text);
drop function implementation.search_key(text);
drop extension pg_trgm;
