-- The orders of the listings page, whatever it is filtered by.
CREATE INDEX "listing_on_market_timestamp_id_idx" ON "listing"("on_market_timestamp" DESC, "id" DESC);
CREATE INDEX "listing_list_price_cents_id_idx" ON "listing"("list_price_cents", "id");
