#!/usr/bin/env bash
# One database for each service, owned by a role of its own that alone may connect to it.
set -euo pipefail
for name in config provisioner commerce_sso execution_log; do
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$HUB_DATABASE_PASSWORD" -U postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
