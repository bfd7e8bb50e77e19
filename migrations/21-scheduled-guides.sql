-- Versions of guides that take effect on a later day, and suspension (implementation/I9, I10).

-- What is published and not in force yet. It enters the feed when its time has come, told by whoever looks first.
create table implementation.guide_due (
  version_id uuid primary key references implementation.guide_version,
  due_at timestamptz(3) not null
);
create index guide_due_at on implementation.guide_due (due_at);

create table implementation.suspension (
  id uuid primary key,
  implementation_id uuid not null references implementation.implementation,
  variant_code text not null,
  reason text not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3) check (to_at >= from_at)
);
create unique index one_suspension on implementation.suspension (implementation_id) where to_at is null;
create index suspension_by_variant on implementation.suspension (variant_code) where to_at is null;

-- The lists of a catalogue item.
create index implementation_of_item on implementation.implementation (basic_code, variant_code, id) where state <> 'withdrawn';

alter table implementation.guide_change drop constraint guide_change_kind_check;
alter table implementation.guide_change add constraint guide_change_kind_check
  check (kind in ('published', 'withdrawn', 'suspended', 'resumed'));
create index guide_change_of_version on implementation.guide_change (version_id, position);

-- What is in force is read by time: most versions without an end, and the few that end later.
drop index implementation.guide_version_in_force;
create index guide_version_in_force on implementation.guide_version (variant_code collate "C") include (digest, effective_from)
  where effective_to is null;
create index guide_version_ending on implementation.guide_version (effective_to) where effective_to is not null;
-- A list's versions are found by its number.
drop index implementation.guide_version_of_list;

-- I9: what is published stays as it is; the end of its time is set, and moved only while it has not come.
create or replace function implementation.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.effective_to <= kernel.now()
    or (to_jsonb(new) - 'effective_to') <> (to_jsonb(old) - 'effective_to') then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Divisions in which the guide counted at the last change of its code and this version does not.
create function implementation.areas_left(of_code text, of_version uuid, areas text[]) returns text[] language sql stable as $$
  select array(select area from (
    select v.area_path from implementation.guide_change c join implementation.guide_version v on v.id = c.version_id
    where v.variant_code = of_code and v.id <> of_version order by c.position desc limit 1) before, unnest(before.area_path) area
  where area <> all(areas))
$$;

-- Tells what has taken effect meanwhile, in the order of time. The numbers are given under the lock that is held until the commit.
create function implementation.tell_due() returns void language plpgsql as $$
declare due record;
begin
  if not exists (select from implementation.guide_due d where d.due_at <= kernel.now()) then return; end if;
  perform pg_advisory_xact_lock(hashtext('implementation.guide_change'));
  for due in
    with come as (delete from implementation.guide_due d where d.due_at <= kernel.now() returning d.version_id, d.due_at)
    select v.id, v.variant_code, v.area_path from come join implementation.guide_version v on v.id = come.version_id
    order by come.due_at, v.variant_code
  loop
    insert into implementation.guide_change (at, kind, version_id, areas_left)
      values (kernel.now(), 'published', due.id, implementation.areas_left(due.variant_code, due.id, due.area_path));
  end loop;
end $$;

-- Runs when the transaction commits (see 13): the order of numbers is the order of commits, and what was due before comes before.
create or replace function implementation.tell_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.effective_from > kernel.now() then
    insert into implementation.guide_due (version_id, due_at) values (new.id, new.effective_from);
    return null;
  end if;
  if tg_op = 'UPDATE' then
    -- It was to end at an instant that has come while this transaction ran: whoever changes that begins again.
    if old.effective_to <= kernel.now() then
      raise exception 'the version has ended meanwhile' using errcode = 'serialization_failure';
    end if;
    if new.effective_to is null then return null; end if;
    if new.effective_to = new.effective_from then
      perform pg_advisory_xact_lock(hashtext('implementation.guide_change'));
      delete from implementation.guide_due where version_id = new.id;
      if found then return null; end if;
    end if;
    -- The end of a version is a withdrawal unless another one of the code takes its place.
    if exists (select from implementation.guide_version v where v.variant_code = new.variant_code
      and v.effective_from <= new.effective_to and (v.effective_to is null or v.effective_to > new.effective_to)) then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtext('implementation.guide_change'));
  perform implementation.tell_due();
  insert into implementation.guide_change (at, kind, version_id, areas_left) values (
    kernel.now(), case tg_op when 'INSERT' then 'published' else 'withdrawn' end, new.id,
    case tg_op when 'INSERT' then implementation.areas_left(new.variant_code, new.id, new.area_path) else '{}' end);
  return null;
end $$;

-- I9: a suspension of a guide that is in force is told, and its end unless the guide ends with it.
create function implementation.tell_suspension() returns trigger language plpgsql as $$
declare version uuid;
begin
  perform pg_advisory_xact_lock(hashtext('implementation.guide_change'));
  perform implementation.tell_due();
  select v.id into version from implementation.guide_version v where v.implementation_id = new.implementation_id
    and v.effective_from <= kernel.now() and (v.effective_to is null or v.effective_to > kernel.now());
  if version is not null then
    insert into implementation.guide_change (at, kind, version_id, areas_left)
      values (kernel.now(), case tg_op when 'INSERT' then 'suspended' else 'resumed' end, version, '{}');
  end if;
  return null;
end $$;
create constraint trigger tells_suspension after insert or update of to_at on implementation.suspension
  deferrable initially deferred for each row execute function implementation.tell_suspension();

-- down
drop trigger tells_suspension on implementation.suspension;
drop function implementation.tell_suspension();
create or replace function implementation.tell_change() returns trigger language plpgsql as $$
declare areas_before text[];
begin
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
drop function implementation.tell_due();
drop function implementation.areas_left(text, uuid, text[]);
create or replace function implementation.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.effective_to is not null or (to_jsonb(new) - 'effective_to') <> (to_jsonb(old) - 'effective_to') then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create index guide_version_of_list on implementation.guide_version (implementation_id) where effective_to is null;
drop index implementation.guide_version_ending;
drop index implementation.guide_version_in_force;
create index guide_version_in_force on implementation.guide_version (variant_code collate "C") include (digest) where effective_to is null;
drop index implementation.guide_change_of_version;
alter table implementation.guide_change drop constraint guide_change_kind_check;
alter table implementation.guide_change disable trigger append_only;
delete from implementation.guide_change where kind in ('suspended', 'resumed');
alter table implementation.guide_change enable trigger append_only;
alter table implementation.guide_change add constraint guide_change_kind_check check (kind in ('published', 'withdrawn'));
drop index implementation.implementation_of_item;
drop table implementation.suspension;
drop table implementation.guide_due;
