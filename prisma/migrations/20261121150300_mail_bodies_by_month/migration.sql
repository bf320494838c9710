-- The smallest uuidv7 of a moment: a range of times as a range of ids.
CREATE FUNCTION first_uuid_of(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Opens the partition of a month (UTC) for a table in ranges of uuidv7s. False when it is open already. Rows that came
-- before their partition wait in the default one and are moved; nothing but that one is locked for long.
CREATE FUNCTION open_partition(parent text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  opened text := parent || '_' || to_char(month, 'YYYY_MM');
  since uuid := first_uuid_of(date_trunc('month', month::timestamp) AT TIME ZONE 'UTC');
  until uuid := first_uuid_of((date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC');
  key text := (SELECT attname FROM pg_partitioned_table JOIN pg_attribute ON attrelid = partrelid AND attnum = partattrs[0]
                WHERE partrelid = parent::regclass);
BEGIN
  IF to_regclass(opened) IS NOT NULL THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', opened, parent);
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', parent || '_default');
  EXECUTE format('WITH early AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM early',
                 parent || '_default', key, since, key, until, opened);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, opened, since, until);
  RETURN true;
END $$;

-- The content of mails, in partitions by month that are dropped whole; the outbox keeps everything else.
CREATE TABLE "mail_body" (
    "mail_id" UUID NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mail_body_pkey" PRIMARY KEY ("mail_id")
) PARTITION BY RANGE ("mail_id");
-- A month that nobody has opened must stop no mail: what falls in here is an alarm, not an error.
CREATE TABLE "mail_body_default" PARTITION OF "mail_body" DEFAULT;
ALTER TABLE "mail_body" ADD CONSTRAINT "mail_body_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outbox_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From the first mail's month to three months ahead.
SELECT open_partition('mail_body', month::date)
  FROM generate_series(
    date_trunc('month', (SELECT least(min("created_at"), now()) FROM "outbox_mail") AT TIME ZONE 'UTC'),
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '3 months', interval '1 month') AS month;

-- Processes of the release before still write the content into the outbox: it is copied until they are gone.
CREATE FUNCTION copy_mail_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "mail_body" ("mail_id", "html", "text") VALUES (NEW."id", coalesce(NEW."html", ''), NEW."text")
  ON CONFLICT ("mail_id") DO UPDATE SET "html" = excluded."html", "text" = excluded."text";
  RETURN NULL;
END $$;
CREATE TRIGGER "outbox_mail_copies_its_body" AFTER UPDATE OF "html", "text" ON "outbox_mail"
  FOR EACH ROW WHEN (NEW."text" IS NOT NULL) EXECUTE FUNCTION copy_mail_body();

-- Whether the content was kept is the writer's transaction; when it is dropped, the mail stays a sent one.
ALTER TABLE "outbox_mail" DROP CONSTRAINT "sent_mail_has_its_content";
ALTER TABLE "outbox_mail" ADD CONSTRAINT "sent_mail_says_what_and_when"
  CHECK ("state" <> 'sent' OR ("sent_at" IS NOT NULL AND "subject" IS NOT NULL)) NOT VALID;
