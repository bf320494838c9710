-- Who is forgotten leaves no sign behind. The table is as young as the release: validating it reads hardly anything.
ALTER TABLE "sign_of_life" ADD CONSTRAINT "sign_of_life_email_fkey" FOREIGN KEY ("email") REFERENCES "mail_address"("email") ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
ALTER TABLE "sign_of_life" VALIDATE CONSTRAINT "sign_of_life_email_fkey";
