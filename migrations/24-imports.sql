-- Which rows of a batch have been taken (implementation/I12): the same rows of the same batch again change nothing.

create table implementation.taken_row (
  batch text not null,
  -- SHA-256 of the row.
  digest text not null,
  job_id uuid not null,
  primary key (batch, digest)
);

-- down
drop table implementation.taken_row;
