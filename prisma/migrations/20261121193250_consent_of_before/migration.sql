-- Searches that the old system brought before consent was kept: nobody here made their first version. Reads the table
-- once and blocks no writer; whoever brings one meanwhile writes its row themselves.
INSERT INTO "search_consent" ("search_id", "source", "consented_at", "consent_text")
SELECT s."id", 'LegacyImport', s."created_at", 'Set up in the old system'
  FROM "saved_search" s
  JOIN "saved_search_version" v ON v."search_id" = s."id" AND v."version" = 1 AND v."created_by_id" IS NULL
ON CONFLICT DO NOTHING;
