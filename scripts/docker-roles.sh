#!/bin/sh
# Makes the application's role when the database is created; the migrations give it what it may do.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role tongban_app login password :'password';
SQL
