-- Case-insensitive e-mail addresses, and search by parts of a name or street.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
