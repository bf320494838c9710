-- RESO's words for a search that nobody follows, that finds nothing or too much. Apart from their first use: a value of an
-- enum may not be used in the transaction that adds it.
ALTER TYPE "search_reason" ADD VALUE 'InitialIgnoredWarning';
ALTER TYPE "search_reason" ADD VALUE 'FinalIgnoredWarning';
ALTER TYPE "search_reason" ADD VALUE 'Ignored';
ALTER TYPE "search_reason" ADD VALUE 'NoListingsFoundWarning';
ALTER TYPE "search_reason" ADD VALUE 'NoListingsFound';
ALTER TYPE "search_reason" ADD VALUE 'OverLimit';
