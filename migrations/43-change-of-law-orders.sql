-- Change-of-law orders (法律变更适用令): the one way in which an open case changes its version (implementation/I9).

create table acceptance.change_of_law_order (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('draft', 'issued', 'in-effect', 'carried-out', 'withdrawn')),
  statute text not null check (statute <> ''),
  article text not null check (article <> ''),
  transition_clause text not null check (transition_clause <> ''),
  effective_on date not null,
  basic_code text not null,
  division_code text not null check (division_code ~ '^\d{12}$'),
  area_path text[] not null,
  version_ids text[] not null check (cardinality(version_ids) > 0),
  authors text[] not null check (cardinality(authors) > 0),
  effect_at timestamptz(3),
  lapsed_ids text[] not null check (lapsed_ids <@ version_ids),
  moved integer not null check (moved >= 0),
  constraint in_effect_since check (state not in ('issued', 'in-effect', 'carried-out') or effect_at is not null)
);
create index change_of_law_order_open on acceptance.change_of_law_order (effect_at, id) where state in ('issued', 'in-effect');
create index change_of_law_order_of_item on acceptance.change_of_law_order (basic_code, id desc);

-- The notice of an order is none of the receipt's: it neither is the one notice (acceptance/A3) nor stands in its way.
alter table acceptance.supplement_request add column order_id uuid references acceptance.change_of_law_order;
alter table acceptance.supplement_request drop constraint supplement_request_case_id_receipt_seq_key;
create unique index one_notice_for_each_receipt on acceptance.supplement_request (case_id, receipt_seq) where order_id is null;
create unique index one_notice_of_an_order on acceptance.supplement_request (case_id, order_id) where order_id is not null;
drop index acceptance.supplement_request_open;
create unique index supplement_request_open on acceptance.supplement_request (case_id) where supplied_at is null and order_id is null;

-- Whatever kinds of documents there are by now, and the one that an order gives each case.
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check '
    || replace(kinds, 'ARRAY[', 'ARRAY[''change-of-law''::text, ');
end $$;

-- down
do $$ declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'document_kind_check'
  and conrelid = 'acceptance.document'::regclass);
begin
  delete from acceptance.document where kind = 'change-of-law';
  alter table acceptance.document drop constraint document_kind_check;
  execute 'alter table acceptance.document add constraint document_kind_check ' || replace(kinds, '''change-of-law''::text, ', '');
end $$;
drop index acceptance.supplement_request_open;
drop index acceptance.one_notice_of_an_order;
drop index acceptance.one_notice_for_each_receipt;
delete from acceptance.supplement_request where order_id is not null;
create unique index supplement_request_open on acceptance.supplement_request (case_id) where supplied_at is null;
alter table acceptance.supplement_request add constraint supplement_request_case_id_receipt_seq_key unique (case_id, receipt_seq);
alter table acceptance.supplement_request drop column order_id;
drop table acceptance.change_of_law_order;
