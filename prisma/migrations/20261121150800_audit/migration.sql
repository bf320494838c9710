-- CreateEnum
CREATE TYPE "audit_action" AS ENUM ('person_invited', 'invitation_sent_again', 'invitation_accepted', 'person_placed', 'person_removed', 'person_restored', 'email_changed', 'password_changed', 'password_reset', 'sessions_ended', 'office_created', 'office_changed', 'office_removed', 'team_created', 'team_renamed', 'team_removed', 'mail_sent_again', 'address_blocked', 'address_opened', 'job_paused', 'job_resumed', 'job_run_requested', 'job_run_retried');

-- CreateEnum
CREATE TYPE "audit_target" AS ENUM ('person', 'office', 'team', 'mail', 'address', 'job');

-- A new name for a field of the set below means a new function, and no old row is looked at again.
CREATE FUNCTION audit_fields_are_known(fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(fields) = 'object'
     AND fields - ARRAY['role', 'officeId', 'teamId', 'assistsId', 'successorId', 'contacts', 'sessions', 'name',
                        'state', 'reason', 'runId'] = '{}'::jsonb
$$;

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" "audit_action" NOT NULL,
    "target" "audit_target" NOT NULL,
    "target_id" TEXT NOT NULL,
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "an_audit_row_tells_known_fields" CHECK (audit_fields_are_known("before") AND audit_fields_are_known("after")),
    CONSTRAINT "an_audit_row_names_its_target" CHECK ("target_id" <> '' AND "target_id" !~ '@')
);

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_target_id_id_idx" ON "audit_entry"("target_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id" DESC);

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
