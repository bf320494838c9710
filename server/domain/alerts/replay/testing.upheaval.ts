import type { Db, RootDb } from '#server/db.ts'

/** Partners, some of them contacts as well, come to searches and go; agents read along. */
async function joinAndLeave(tx: Db, round: number) {
  await tx.$executeRaw`
    INSERT INTO mail_address (email, token)
    SELECT 'partner-' || n || '@example.test', 'partner-token-' || n FROM generate_series(1, 20) n ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    INSERT INTO search_recipient (search_id, email, name, consent_text, consented_at)
    SELECT id, 'partner-' || (1 + (20 * random())::int % 20) || '@example.test', 'A partner', 'They asked', now()
      FROM saved_search ORDER BY random() LIMIT 4 ON CONFLICT DO NOTHING`
  await tx.$executeRaw`
    UPDATE search_recipient SET left_at = CASE WHEN random() < 0.5 THEN now() END,
           removed_at = CASE WHEN random() < 0.3 THEN now() END WHERE random() < 0.1`
  await tx.$executeRaw`
    UPDATE saved_search SET contact_left_at = CASE WHEN random() < 0.5 THEN now() END, bcc_me_yn = ${round % 2 === 0}
     WHERE random() < 0.05`
}

/**
 * Turns the world over between two runs, differently in each round: homes change and something happens to them, searches
 * are switched, taken away, brought back and revised, people lose and change their addresses, partners are added to
 * searches, leave and come back, contacts leave searches that others are on. Everything by chance, from
 * the round's number, in the tables as services leave them.
 */
export async function reviseAtRandom(db: RootDb, round: number): Promise<void> {
  const seed = (round % 89) / 89
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT setseed(${seed}::float8)`
    await tx.$executeRaw`
      UPDATE saved_search SET active_yn = random() < 0.8, removed_at = CASE WHEN random() < 0.1 THEN now() END
       WHERE random() < 0.05`
    // A version of somebody else's criteria, with their tokens.
    await tx.$executeRaw`
      CREATE TEMP TABLE revised ON COMMIT DROP AS
      SELECT s.id, s.current_version + 1 AS version, o.id AS other
        FROM (SELECT *, row_number() OVER (ORDER BY random()) AS n FROM saved_search) AS s
        JOIN (SELECT *, row_number() OVER (ORDER BY random()) AS n FROM saved_search) AS o USING (n) WHERE n <= 6`
    await tx.$executeRaw`
      INSERT INTO saved_search_version
      SELECT (jsonb_populate_record(NULL::saved_search_version,
                to_jsonb(v) || jsonb_build_object('search_id', r.id, 'version', r.version))).*
        FROM revised r JOIN saved_search o ON o.id = r.other
        JOIN saved_search_version v ON v.search_id = o.id AND v.version = o.current_version`
    await tx.$executeRaw`UPDATE saved_search s SET current_version = r.version FROM revised r WHERE r.id = s.id`
    await tx.$executeRaw`
      CREATE TEMP TABLE looks ON COMMIT DROP AS
      SELECT r.id, t.token FROM revised r JOIN saved_search_token t ON t.search_id = r.other`
    await tx.$executeRaw`DELETE FROM saved_search_token USING revised r WHERE search_id = r.id`
    await tx.$executeRaw`INSERT INTO saved_search_token (search_id, token) SELECT id, token FROM looks`
    await tx.$executeRaw`
      UPDATE contact SET email = CASE WHEN random() < 0.8 THEN id || '-' || ${round}::int || '@example.test' END,
             removed_at = CASE WHEN random() < 0.2 THEN now() END
       WHERE random() < 0.05`
    await joinAndLeave(tx, round)
    await tx.$executeRaw`
      UPDATE listing SET list_price_cents = greatest(1, list_price_cents + round((random() - 0.5) * 20000000)::bigint),
             bedrooms_total = CASE WHEN random() < 0.3 THEN floor(random() * 6)::int ELSE bedrooms_total END,
             standard_status = CASE WHEN random() < 0.2 THEN 'Pending' ELSE standard_status END,
             internet_entire_listing_display_yn = random() < 0.9
       WHERE random() < 0.2`
    await tx.$executeRaw`
      INSERT INTO listing_event (listing_id, kind, from_price_cents, to_price_cents, from_status, to_status, occurred_at, change_key)
      SELECT id, k.kind::listing_event_kind,
             CASE WHEN k.kind = 'Price Change' THEN list_price_cents + 1000000 END, list_price_cents,
             CASE WHEN k.kind = 'Back On Market' THEN 'Hold'::standard_status END, standard_status, now(), 'round-' || ${round}::int
        FROM (SELECT *, random() AS r FROM listing ORDER BY random() LIMIT 12) AS home
       CROSS JOIN LATERAL (SELECT CASE WHEN r < 0.4 THEN 'New' WHEN r < 0.8 THEN 'Price Change' ELSE 'Back On Market' END AS kind) AS k`
  })
}
