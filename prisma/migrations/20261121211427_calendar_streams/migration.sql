-- Labels of their own transaction: a new one may not be used in the one that adds it.
ALTER TYPE "legacy_stream" ADD VALUE 'notes';
ALTER TYPE "legacy_stream" ADD VALUE 'tasks';
ALTER TYPE "legacy_stream" ADD VALUE 'appointments';
