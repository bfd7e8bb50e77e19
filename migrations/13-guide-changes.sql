-- The change feed of published guides (implementation/I10).

create sequence implementation.guide_change_position;

create table implementation.guide_change (
  position bigint primary key default nextval('implementation.guide_change_position'),
  at timestamptz(3) not null,
  kind text not null check (kind in ('published', 'withdrawn')),
  version_id uuid not null references implementation.guide_version,
  -- Divisions in which the guide before it counted and this one does not: the organization has moved.
  areas_left text[] not null
);
create trigger append_only before update or delete on implementation.guide_change
  for each row execute function kernel.refuse_change();
create trigger append_only_whole before truncate on implementation.guide_change
  for each statement execute function kernel.refuse_change();

-- Both channels and the manifest read what is in force by code; a reading of the index alone, in the order of bytes.
create index guide_version_in_force on implementation.guide_version (variant_code collate "C") include (digest) where effective_to is null;

-- Runs when the transaction commits. Numbers are given under a lock that is held until the commit is visible, so their order is the
-- order of commits: whoever has read up to a number will never find a smaller one later. Nothing else is locked after it.
create function implementation.tell_change() returns trigger language plpgsql as $$
declare areas_before text[];
begin
  -- The end of a version is a withdrawal unless another one of the code has taken its place.
  if tg_op = 'UPDATE' and exists (
    select from implementation.guide_version v where v.variant_code = new.variant_code and v.effective_to is null) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select v.area_path into areas_before from implementation.guide_version v
      where v.variant_code = new.variant_code and v.id <> new.id and v.effective_to is not null
      order by v.effective_from desc, v.number desc limit 1;
  end if;
  perform pg_advisory_xact_lock(hashtext('implementation.guide_change'));
  insert into implementation.guide_change (at, kind, version_id, areas_left) values (
    kernel.now(), case tg_op when 'INSERT' then 'published' else 'withdrawn' end, new.id,
    array(select area from unnest(areas_before) area where area <> all(new.area_path)));
  return null;
end $$;
create constraint trigger tells_publication after insert on implementation.guide_version
  deferrable initially deferred for each row execute function implementation.tell_change();
create constraint trigger tells_withdrawal after update of effective_to on implementation.guide_version
  deferrable initially deferred for each row execute function implementation.tell_change();

-- What was published before there was a feed, in the order of time.
insert into implementation.guide_change (at, kind, version_id, areas_left)
select at, kind, id, array(select area from unnest(areas_before) area where area <> all(area_path)) from (
  select v.effective_from as at, 'published' as kind, v.id, v.area_path, v.number,
    lag(v.area_path) over (partition by v.variant_code order by v.effective_from, v.number) as areas_before
  from implementation.guide_version v
  union all
  select v.effective_to, 'withdrawn', v.id, v.area_path, v.number, null from implementation.guide_version v
  where v.effective_to is not null and not exists (
    select from implementation.guide_version w
    where w.variant_code = v.variant_code and w.id <> v.id and w.effective_from = v.effective_to)
) event order by at, number, kind;

-- down
drop trigger tells_publication on implementation.guide_version;
drop trigger tells_withdrawal on implementation.guide_version;
drop function implementation.tell_change();
drop index implementation.guide_version_in_force;
drop table implementation.guide_change;
drop sequence implementation.guide_change_position;
