-- A year of alerts made every mail of a tick write a page of each index by person. The ledger of alerts has one already.
-- On a large live table build the new index beforehand, CONCURRENTLY, under this name, and drop the old one in the same way.
CREATE INDEX IF NOT EXISTS "outbox_mail_recipient_but_alerts" ON "outbox_mail" ("recipient") WHERE "kind" <> 'alert';
DROP INDEX IF EXISTS "outbox_mail_recipient_idx";
