-- New tables only: nothing here reads or rewrites a full one.
CREATE TYPE "standing_lane" AS ENUM ('ignored', 'nothing_found', 'too_broad');

CREATE TABLE "search_standing" (
    "search_id" UUID NOT NULL,
    "lane" "standing_lane" NOT NULL,
    "stage" "search_reason",
    "since" TIMESTAMPTZ(3) NOT NULL,
    "stage_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "cadence_before" "search_cadence",
    "cadence_after" "search_cadence",
    "kept_by_id" UUID,
    "kept_at" TIMESTAMPTZ(3),
    "kept_until" TIMESTAMPTZ(3),
    "agent_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_standing_pkey" PRIMARY KEY ("search_id", "lane"),
    CONSTRAINT "a_stage_belongs_to_its_lane" CHECK (
      "stage" IS NULL
      OR ("lane" = 'ignored' AND "stage" IN ('InitialIgnoredWarning', 'FinalIgnoredWarning', 'Ignored'))
      OR ("lane" = 'nothing_found' AND "stage" IN ('NoListingsFoundWarning', 'NoListingsFound'))
      OR ("lane" = 'too_broad' AND "stage" = 'OverLimit')
    ),
    CONSTRAINT "nothing_is_due_without_a_stage" CHECK ("due_at" IS NULL OR "stage" IS NOT NULL),
    CONSTRAINT "a_warning_says_what_comes_when" CHECK (
      "stage" NOT IN ('InitialIgnoredWarning', 'FinalIgnoredWarning', 'NoListingsFoundWarning') OR "due_at" IS NOT NULL
    ),
    CONSTRAINT "what_is_kept_is_kept_for_a_time" CHECK (("kept_at" IS NULL) = ("kept_until" IS NULL)),
    CONSTRAINT "who_keeps_says_so_at_a_time" CHECK ("kept_by_id" IS NULL OR "kept_at" IS NOT NULL),
    CONSTRAINT "a_slower_rhythm_remembers_the_one_before" CHECK (("cadence_before" IS NULL) = ("cadence_after" IS NULL))
);
CREATE TABLE "search_found" (
    "search_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_found_pkey" PRIMARY KEY ("search_id")
);
CREATE TABLE "sign_of_life" (
    "email" CITEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_of_life_pkey" PRIMARY KEY ("email")
);
CREATE TABLE "standing_position" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "signs_until" TIMESTAMPTZ(3) NOT NULL,
    "finds_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standing_position_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "there_is_one_standing_position" CHECK ("id" = 1)
);
CREATE INDEX "search_standing_kept_by_id_idx" ON "search_standing"("kept_by_id");
-- Few searches are warned of anything: lists and the agents' mails ask for just those.
CREATE INDEX "search_standing_warned" ON "search_standing"("search_id") WHERE "stage" IS NOT NULL;
CREATE INDEX "search_standing_untold" ON "search_standing"("stage_at") WHERE "stage" IS NOT NULL AND "agent_told_at" IS NULL;

ALTER TABLE "search_standing" ADD CONSTRAINT "search_standing_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_standing" ADD CONSTRAINT "search_standing_kept_by_id_fkey" FOREIGN KEY ("kept_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "search_found" ADD CONSTRAINT "search_found_search_id_fkey" FOREIGN KEY ("search_id") REFERENCES "saved_search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a colleague keeps leaves the list of everybody who looks at it.
CREATE TRIGGER "search_standing_is_live" AFTER UPDATE OF "kept_at" ON "search_standing" FOR EACH STATEMENT EXECUTE FUNCTION tell_listeners('palmetto_live', 'alerts');
