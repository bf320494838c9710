-- What became of alerts, week by week: counted by a job each night, kept when the mails themselves are gone.
CREATE TABLE "alert_week" (
    "monday" DATE NOT NULL,
    "measures" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_week_pkey" PRIMARY KEY ("monday"),
    CONSTRAINT "a_week_begins_on_monday" CHECK (extract(isodow FROM "monday") = 1)
);

CREATE TABLE "alert_week_share" (
    "monday" DATE NOT NULL,
    "agent_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "sent" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "clicked" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,

    CONSTRAINT "alert_week_share_pkey" PRIMARY KEY ("monday", "agent_id", "office_id"),
    CONSTRAINT "each_is_a_part_of_what_was_sent" CHECK (
        "delivered" BETWEEN 0 AND "sent" AND "opened" BETWEEN 0 AND "sent"
        AND "clicked" BETWEEN 0 AND "sent" AND "answered" BETWEEN 0 AND "sent")
);

ALTER TABLE "alert_week_share" ADD CONSTRAINT "alert_week_share_monday_fkey"
  FOREIGN KEY ("monday") REFERENCES "alert_week"("monday") ON DELETE CASCADE ON UPDATE CASCADE;
