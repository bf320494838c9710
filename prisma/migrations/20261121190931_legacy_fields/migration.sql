-- Which fields of which types the old system's records have, and which of them appeared after we had read everything once.
CREATE TABLE "legacy_field" (
    "stream" "legacy_stream" NOT NULL,
    "path" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "first_source_id" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,

    CONSTRAINT "legacy_field_pkey" PRIMARY KEY ("stream", "path", "type"),
    CONSTRAINT "a_field_was_seen" CHECK ("documents" > 0),
    CONSTRAINT "only_what_is_new_is_accepted" CHECK ("accepted_at" IS NULL OR "is_new"),
    CONSTRAINT "legacy_field_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
