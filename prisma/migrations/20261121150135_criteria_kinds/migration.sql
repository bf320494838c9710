-- Alone, because a new value of an enum may not be used in the transaction that adds it.
ALTER TYPE "listing_event_kind" ADD VALUE 'Open House';
ALTER TYPE "search_event_kind" ADD VALUE 'Moved Into Range';
ALTER TYPE "search_event_kind" ADD VALUE 'Status Change';
ALTER TYPE "search_event_kind" ADD VALUE 'Open House';
