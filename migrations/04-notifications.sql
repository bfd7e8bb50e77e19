-- Messages to people and how they were delivered (消息、投递记录).

create schema notifications;

create table notifications.message (
  id uuid primary key,
  version integer not null,
  history_hash text not null,
  state text not null check (state in ('unread', 'read')),
  party_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  -- N1: same key, told once.
  key text not null constraint message_told_once unique,
  words_sealed text not null,
  told_at timestamptz(3) not null,
  read_at timestamptz(3) check ((read_at is not null) = (state = 'read'))
);
create index message_inbox on notifications.message (party_id, id desc);

create table notifications.dispatch (
  id uuid primary key,
  message_id uuid not null references notifications.message,
  channel text not null check (channel in ('mail')),
  state text not null check (state in ('due', 'sent', 'refused', 'no-address')),
  attempts integer not null check (attempts >= 0),
  fault text,
  sent_at timestamptz(3) check ((sent_at is not null) = (state = 'sent')),
  unique (message_id, channel)
);

-- down
drop schema notifications cascade;
