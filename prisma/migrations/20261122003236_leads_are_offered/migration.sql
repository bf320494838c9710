-- A lead may be held out to somebody, or lie in a pond. In a migration of its own: a value that is added is not used in
-- the same transaction.
ALTER TYPE "inquiry_state" ADD VALUE 'offered' BEFORE 'open';
ALTER TYPE "inquiry_state" ADD VALUE 'pond' BEFORE 'open';
