-- CreateEnum
CREATE TYPE "list_name" AS ENUM ('contacts', 'alerts');

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "list" "list_name" NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared_with_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "a_view_has_a_name" CHECK (char_length("name") BETWEEN 1 AND 60),
    CONSTRAINT "a_view_is_a_query" CHECK (char_length("query") <= 500 AND "query" !~ '^[?/]')
);

-- CreateTable
CREATE TABLE "list_setting" (
    "person_id" UUID NOT NULL,
    "list" "list_name" NOT NULL,
    "hidden_columns" TEXT[],
    "default_view_id" UUID,
    "view_order" UUID[],

    CONSTRAINT "list_setting_pkey" PRIMARY KEY ("person_id","list")
);

-- CreateIndex
CREATE INDEX "saved_view_person_id_list_idx" ON "saved_view"("person_id", "list");

-- CreateIndex
CREATE INDEX "saved_view_shared_with_id_list_idx" ON "saved_view"("shared_with_id", "list");

-- CreateIndex
CREATE INDEX "list_setting_default_view_id_idx" ON "list_setting"("default_view_id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_shared_with_id_fkey" FOREIGN KEY ("shared_with_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_setting" ADD CONSTRAINT "list_setting_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_setting" ADD CONSTRAINT "list_setting_default_view_id_fkey" FOREIGN KEY ("default_view_id") REFERENCES "saved_view"("id") ON DELETE SET NULL ON UPDATE CASCADE;
