-- catalog/C4: what is published stays as it is; the end of its time is set, and moved while it has not come: a version that was to
-- take effect later may be replaced or taken back before its day, and the one before it goes on.

create or replace function catalog.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{state,effective_to}'::text[]) <> (to_jsonb(old) - '{state,effective_to}'::text[])
    or old.effective_to <= (kernel.now() at time zone 'Asia/Shanghai')::date then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- down
create or replace function catalog.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{state,effective_to}'::text[]) <> (to_jsonb(old) - '{state,effective_to}'::text[])
    or new.effective_to is null or new.effective_to > old.effective_to then
    raise exception 'a published version is immutable' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
