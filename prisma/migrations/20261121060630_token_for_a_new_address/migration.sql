-- The address that a confirmation link makes the person's own once it is followed.
ALTER TABLE "person_token" ADD COLUMN "new_email" CITEXT;
ALTER TABLE "person_token" ADD CONSTRAINT "only_confirmations_bring_a_new_address"
  CHECK (("new_email" IS NOT NULL) = ("kind" = 'confirmation'));
