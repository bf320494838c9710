-- What an admin reads a value of the old system as: in one document, or wherever the same word stands.
CREATE TABLE "legacy_correction" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stream" "legacy_stream" NOT NULL,
    "source_id" TEXT,
    "path" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legacy_correction_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_correction_changes_something" CHECK ("original" <> "value"),
    CONSTRAINT "a_correction_names_its_field" CHECK ("path" <> ''),
    CONSTRAINT "legacy_correction_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- One answer for each value; the index also serves the look-up of a page's documents. Values may be long: their digest is the key.
CREATE UNIQUE INDEX "legacy_correction_once" ON "legacy_correction"("stream", coalesce("source_id", ''), "path", md5("original"));
