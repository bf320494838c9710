-- A migration of its own: the copy holds no lock on the tables that a page reads.
INSERT INTO "alert_finding" ("event_id", "listing_id", "run_id", "search_ids", "versions", "kinds")
SELECT "event_id", (array_agg("listing_id"))[1], (array_agg("run_id" ORDER BY "id"))[1],
       array_agg("search_id" ORDER BY "id"), array_agg("version" ORDER BY "id"), array_agg("kind" ORDER BY "id")
  FROM "alert_match" GROUP BY "event_id";

UPDATE "alert_mail" AS mail
   SET "search_ids" = told.search_ids, "versions" = told.versions, "event_ids" = told.event_ids,
       "listing_ids" = told.listing_ids, "kinds" = told.kinds
  FROM (SELECT "mail_id", array_agg("search_id" ORDER BY "id") AS search_ids, array_agg("version" ORDER BY "id") AS versions,
               array_agg("event_id" ORDER BY "id") AS event_ids, array_agg("listing_id" ORDER BY "id") AS listing_ids,
               array_agg("kind" ORDER BY "id") AS kinds
          FROM "alert_match" WHERE "mail_id" IS NOT NULL GROUP BY "mail_id") AS told
 WHERE mail."id" = told."mail_id";
ALTER TABLE "alert_mail" VALIDATE CONSTRAINT "alert_mail_arrays_are_parallel";
