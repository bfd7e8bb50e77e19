-- What each guide says on which managed list (catalog/C6), kept when it is published: a list is derived without reading documents.

-- Of versions that are in force or will be; a derivation asks the time. Only the trigger below writes here, and no version is ever
-- deleted: nothing else looks after the reference, which would cost more than the row.
create table implementation.guide_listing (
  version_id uuid not null,
  kind text not null,
  key text collate "C" not null,
  line jsonb not null,
  primary key (version_id, kind, key)
);

-- 容缺受理 tells main materials and those that may come later; 特殊环节 are 现场勘验、技术审查、听证论证.
create function implementation.listing(version implementation.guide_version)
  returns table (version_id uuid, kind text, key text, line jsonb) language sql immutable parallel safe as $$
  with read as materialized (
    select version.document::jsonb -> 'guide' as guide, jsonb_build_object('basicCode', version.basic_code,
      'variantCode', version.variant_code, 'name', version.name, 'organization', version.organization_name) as head
  ), material as (
    select each, place from read, jsonb_array_elements(guide -> 'materials') with ordinality e (each, place)
  ), negative as (
    select guide, n.* from read, lateral (values
      ('not-fully-online', guide #> '{coverage,fullyOnline}', guide #> '{coverage,notFullyOnlineReason}'),
      ('not-in-centre', guide #> '{coverage,inCentre}', guide #> '{coverage,notInCentreReason}'),
      ('not-on-platform', guide #> '{coverage,onPlatform}', guide #> '{coverage,notOnPlatformReason}')) n (kind, stands, reason)
  ), told as (
    select 'licensing' as kind, '' as suffix, jsonb_build_object('code', version.code, 'level', substr(version.code, 19, 1)) as line
    where version.item_type = '01'
    union all
    select 'township-and-village', '', jsonb_build_object('level', substr(version.code, 19, 1))
    where substr(version.code, 19, 1) in ('5', '6')
    union all
    select 'commitment', '', jsonb_build_object('commitment', guide -> 'commitment') from read where guide ? 'commitment'
    union all
    select 'deferred-materials', '', jsonb_build_object(
      'mainMaterials', coalesce(jsonb_agg(each -> 'name' order by place) filter (where each ->> 'necessity' <> 'deferrable'), '[]'),
      'deferrable', jsonb_agg(each -> 'name' order by place) filter (where each ->> 'necessity' = 'deferrable'))
    from material having bool_or(each ->> 'necessity' = 'deferrable')
    union all
    select 'licence-sharing', '/' || (each ->> 'code'),
      jsonb_build_object('material', each -> 'name', 'certificateType', each #> '{replaceableBy,certificateType}')
    from material where each #> '{replaceableBy,certificateType}' is not null
    union all
    select 'certificates-and-proofs', '/' || (each ->> 'code'), jsonb_build_object('material', each -> 'name',
      'legalBasis', each -> 'legalBasis', 'certificateType', each #> '{replaceableBy,certificateType}',
      'noCertificateReason', each -> 'noCertificateReason')
    from material where each ->> 'source' = 'government'
    union all
    select 'intermediary-services', '/' || (each ->> 'materialCode') || '/' || place,
      jsonb_build_object('service', each -> 'name', 'materialCode', each -> 'materialCode', 'legalBasis', each -> 'legalBasis')
    from read, jsonb_array_elements(guide -> 'intermediaryServices') with ordinality e (each, place)
    union all
    select 'special-procedures', '/' || place, jsonb_build_object('procedure', each -> 'name', 'kind', each -> 'kind',
      'days', each -> 'days', 'unit', each -> 'unit', 'article', each -> 'article')
    from read, jsonb_array_elements(guide -> 'specialProcedures') with ordinality e (each, place)
    where each ->> 'kind' in ('on-site-inspection', 'expert-review', 'hearing')
    union all
    select n.kind, '', jsonb_build_object('reason', n.reason) from negative n
    where n.stands = 'false'
      or n.kind = 'not-fully-online' and n.stands is null and not (n.guide -> 'channels' ?| array['online', 'mobile'])
  )
  select version.id, told.kind, version.variant_code || told.suffix, head || jsonb_strip_nulls(told.line) from told, read
$$;

create function implementation.keep_listing() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from implementation.guide_listing l using changed c where l.version_id = c.id and c.effective_to <= (select kernel.now());
  else
    insert into implementation.guide_listing
    select l.* from changed c join implementation.guide_version v on v.id = c.id, lateral implementation.listing(v) l;
  end if;
  return null;
end $$;
create trigger keeps_listing after insert on implementation.guide_version
  referencing new table as changed for each statement execute function implementation.keep_listing();
create trigger keeps_listing_while_it_stands after update on implementation.guide_version
  referencing new table as changed for each statement execute function implementation.keep_listing();

insert into implementation.guide_listing
select l.* from implementation.guide_version v, lateral implementation.listing(v) l
where v.effective_to is null or v.effective_to > kernel.now();

-- The order of lines is that of bytes, wherever the database stands.
alter table implementation.managed_list_line alter column key type text collate "C";
-- One statement derives a list with all its lines; to look for the list again from each of them took as long as to write them.
alter table implementation.managed_list_line drop constraint managed_list_line_list_id_fkey;

-- down
alter table implementation.managed_list_line alter column key type text,
  add foreign key (list_id) references implementation.managed_list deferrable initially deferred;
drop trigger keeps_listing on implementation.guide_version;
drop trigger keeps_listing_while_it_stands on implementation.guide_version;
drop function implementation.keep_listing();
drop function implementation.listing(implementation.guide_version);
drop table implementation.guide_listing;
