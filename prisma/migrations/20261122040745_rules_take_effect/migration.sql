-- Rules that two people have published may take effect later. A small table: nothing here takes long.
ALTER TABLE "routing_rule_set" ADD COLUMN "effective_from" TIMESTAMPTZ(3);
ALTER TABLE "routing_rule_set"
  ADD CONSTRAINT "what_is_scheduled_says_from_when" CHECK ("state" <> 'scheduled' OR "effective_from" IS NOT NULL),
  ADD CONSTRAINT "a_draft_has_no_time" CHECK ("state" <> 'draft' OR "effective_from" IS NULL),
  ADD CONSTRAINT "rules_take_effect_after_they_are_published" CHECK ("effective_from" > "published_at");

-- One set waits at most, or nobody could say what comes next.
CREATE UNIQUE INDEX "one_rule_set_is_scheduled" ON "routing_rule_set"("state") WHERE "state" = 'scheduled';

-- From when rules count is as fixed as the rules.
CREATE OR REPLACE FUNCTION published_rules_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (OLD.rules, OLD.digest, OLD.version, OLD.created_by_id, OLD.proposed_by_id, OLD.published_by_id, OLD.published_at, OLD.rolled_back_to, OLD.effective_from)
     IS DISTINCT FROM (NEW.rules, NEW.digest, NEW.version, NEW.created_by_id, NEW.proposed_by_id, NEW.published_by_id, NEW.published_at, NEW.rolled_back_to, NEW.effective_from)
     OR OLD.state = 'retired' THEN
    RAISE EXCEPTION 'Rules that were published are not changed: write a draft.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
