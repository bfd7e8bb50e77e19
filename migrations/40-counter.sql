-- Who helps an applicant with one case (acceptance/A27): somebody of the staff, from any organ, as long as the case runs and consent lasts.
alter table acceptance."case"
  add column helper_id text,
  add column helper_organization_id uuid,
  add column helper_may_withdraw boolean not null default false,
  add constraint helper_works_somewhere check ((helper_id is null) = (helper_organization_id is null));
create index case_helped on acceptance."case" (helper_id, id) where helper_id is not null;

-- down
drop index acceptance.case_helped;
alter table acceptance."case"
  drop constraint helper_works_somewhere,
  drop column helper_id,
  drop column helper_organization_id,
  drop column helper_may_withdraw;
