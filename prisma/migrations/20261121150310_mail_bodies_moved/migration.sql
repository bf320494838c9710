-- A migration of its own: the copy reads while mails are sent, and holds no lock on the outbox.
INSERT INTO "mail_body" ("mail_id", "html", "text")
SELECT "id", coalesce("html", ''), "text" FROM "outbox_mail" WHERE "text" IS NOT NULL
ON CONFLICT DO NOTHING;
ALTER TABLE "outbox_mail" VALIDATE CONSTRAINT "sent_mail_says_what_and_when";
