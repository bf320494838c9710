-- Labels of their own transaction: a new one may not be used in the one that adds it.
ALTER TYPE "legacy_stream" ADD VALUE 'offices';
ALTER TYPE "legacy_stream" ADD VALUE 'photos';
ALTER TYPE "legacy_stream" ADD VALUE 'leads';
