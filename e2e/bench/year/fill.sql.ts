import type { Client } from 'pg'
import { withQuickLoad } from './quick-load.ts'

/** A year of quarter hours. */
export const RUNS = 35_040

export type Year = { events: number; deliveries: number }

/** The months of the year that is filled in, as a deployment a year ago would have opened them. */
const openMonths = (client: Client) =>
  client.query(
    `SELECT open_partition(t, m::date) FROM unnest('{mail_body,alert_finding}'::text[]) AS t,
            generate_series(date_trunc('month', now() - interval '1 year'), now(), interval '1 month') AS m`,
  )

/** Runs with their slots, closed long ago; `bench_run` numbers them. */
async function writeRuns(client: Client, { events, deliveries }: Year) {
  await client.query(
    `CREATE TEMP TABLE bench_run AS
     SELECT g AS n, uuidv7(slot - now()) AS id, slot FROM generate_series(1, ${RUNS}) AS g
      CROSS JOIN LATERAL (SELECT date_trunc('hour', now()) - (${RUNS} + 8 - g) * interval '15 minutes' AS slot) AS at`,
  )
  await client.query(
    `INSERT INTO alert_run (id, job_run_id, slot, state, feed_from, feed_to, horizon_age_ms, events, changed, searches, matches,
       people, planned, sent, match_ms, started_at, closed_at)
     SELECT id, 'year-' || n, slot, 'closed', (n - 1) * $1::bigint / ${RUNS}, n * $1::bigint / ${RUNS}, 0, $1::int / ${RUNS},
       $1::int / ${RUNS}, 20000, $2::int / ${RUNS}, $2::int / ${RUNS}, $2::int / ${RUNS}, $2::int / ${RUNS}, 40, slot,
       slot + interval '1 minute' FROM bench_run`,
    [events, deliveries],
  )
  await client.query(
    `INSERT INTO job_run (run_id, function_id, trigger, scheduled_at, status, outcome, words, output, started_at, ended_at, seen_at)
     SELECT 'year-' || n, 'send-alerts', 'cron', slot, 'completed', 'good', '57 homes changed, 285 people mailed',
       '{"counts":{"planned":285}}', slot, slot + interval '2 seconds', slot FROM bench_run`,
  )
  await client.query(
    `INSERT INTO job_step (run_id, hashed_id, attempt, name, status, started_at, ended_at)
     SELECT 'year-' || n, step, 0, step, 'completed', slot, slot FROM bench_run, unnest('{may-run,plan}'::text[]) AS step`,
  )
  await client.query('CREATE INDEX ON bench_run (n); ANALYZE bench_run')
}

/** Changes of homes with their places in the feed, and what each run found of them: five searches a change. */
async function writeChanges(client: Client, { events }: Year) {
  await client.query(
    `CREATE TEMP TABLE bench_home AS SELECT id, (row_number() OVER (ORDER BY id))::int - 1 AS n FROM listing;
     CREATE TEMP TABLE bench_pack AS
       SELECT (n / 5)::int AS n, array_agg(id) AS ids FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM saved_search) s
        GROUP BY n / 5 HAVING count(*) = 5;
     CREATE INDEX ON bench_home (n); CREATE INDEX ON bench_pack (n); ANALYZE bench_home; ANALYZE bench_pack`,
  )
  await client.query(
    `CREATE TEMP TABLE bench_event AS
     SELECT g AS position, uuidv7(r.slot - now()) AS id, h.id AS listing_id, r.id AS run_id, r.slot
       FROM generate_series(1, $1::int) AS g
       JOIN bench_run AS r ON r.n = 1 + (g - 1) * ${RUNS}::bigint / $1::int
       JOIN bench_home AS h ON h.n = (g::bigint * 7919) % (SELECT count(*) FROM bench_home)
      ORDER BY g`,
    [events],
  )
  await client.query(
    `INSERT INTO listing_event (id, listing_id, kind, from_price_cents, to_price_cents, from_status, to_status, occurred_at, recorded_at, change_key)
     SELECT id, listing_id, 'Price Change', 50000000, 49000000, 'Active', 'Active', slot, slot, 'year-' || position FROM bench_event`,
  )
  await client.query(
    'INSERT INTO listing_feed_entry (position, event_id, numbered_at) SELECT position, id, slot FROM bench_event',
  )
  await client.query(
    `INSERT INTO alert_finding (event_id, listing_id, run_id, search_ids, versions, kinds)
     SELECT e.id, e.listing_id, e.run_id, p.ids, '{1,1,1,1,1}', '{Price Drop,Price Drop,Price Drop,Price Drop,Price Drop}'
       FROM bench_event AS e JOIN bench_pack AS p ON p.n = e.position % (SELECT count(*) FROM bench_pack)`,
  )
}

/** A twelfth of the year's mails: the row in the outbox, the place in the ledger, and the content. */
async function writeMails(client: Client, { deliveries }: Year, twelfth: number) {
  const runs = RUNS / 12
  await client.query(
    `CREATE TEMP TABLE sending AS
     SELECT uuidv7(r.slot - now()) AS id, r.id AS run_id, r.slot, p.email, p.id AS contact_id, k.ids[1] AS search_id
       FROM bench_run AS r
       CROSS JOIN generate_series(1, $1::int) AS g
       JOIN bench_person AS p ON p.n = (g * 28 + r.n) % (SELECT count(*) FROM bench_person)
       JOIN bench_pack AS k ON k.n = (g * 13 + r.n) % (SELECT count(*) FROM bench_pack)
      WHERE r.n > $2 AND r.n <= $3 ORDER BY r.n`,
    [Math.round(deliveries / RUNS), twelfth * runs, (twelfth + 1) * runs],
  )
  await client.query(
    `INSERT INTO outbox_mail (id, kind, recipient, dedupe_key, payload, contact_id, state, attempts, message_id, provider_reply,
       subject, created_at, not_before, sent_at)
     SELECT id, 'alert', email, 'alert:' || to_char(slot, 'YYYY-MM-DD"T"HH24:MI') || ':' || email,
       jsonb_build_object('runId', run_id), contact_id, 'sent', 1, '<' || id || '@palmetto.example>', '250 OK',
       'Price drop: 14 Heron Walk, $490,000', slot, slot, slot FROM sending`,
  )
  await client.query(
    `INSERT INTO alert_mail (id, run_id, slot, recipient, search_ids, versions, event_ids, listing_ids, kinds)
     SELECT id, run_id, slot, email, ARRAY[search_id], '{1}', ARRAY[run_id], ARRAY[run_id], '{Price Drop}' FROM sending`,
  )
  await client.query(
    `INSERT INTO mail_body (mail_id, html, text)
     SELECT id, '<p>14 Heron Walk is $490,000 now</p>', '14 Heron Walk is $490,000 now' FROM sending`,
  )
  await client.query('DROP TABLE sending')
}

/** Writes what a year leaves behind, set by set, and leaves the tables as autovacuum would. */
export async function fillYear(client: Client, year: Year, tell: (line: string) => void) {
  await openMonths(client)
  tell(`Writing ${RUNS} runs and ${year.events} changes with what was found`)
  await writeRuns(client, year)
  await writeChanges(client, year)
  await client.query(
    `CREATE TEMP TABLE bench_person AS SELECT id, email, (row_number() OVER (ORDER BY id))::int - 1 AS n FROM contact;
     CREATE INDEX ON bench_person (n); ANALYZE bench_person`,
  )
  await withQuickLoad(client, ['outbox_mail', 'alert_mail'], async () => {
    for (let twelfth = 0; twelfth < 12; twelfth += 1) {
      tell(`Writing ${year.deliveries} mails: ${twelfth + 1} of 12`)
      await writeMails(client, year, twelfth)
    }
    tell('Making their indexes')
  })
  tell('Tidying up, as autovacuum does')
  for (const table of ['alert_run', 'job_run', 'job_step', 'listing_event', 'listing_feed_entry', 'alert_finding'])
    await client.query(`VACUUM ANALYZE ${table}`)
  for (const table of ['outbox_mail', 'alert_mail', 'mail_body']) await client.query(`VACUUM ANALYZE ${table}`)
}

const CHANGED = `
  INSERT INTO listing_event (listing_id, kind, from_price_cents, to_price_cents, from_status, to_status, occurred_at, change_key)
  SELECT id, CASE WHEN n % 2 = 0 THEN 'New' ELSE 'Price Change' END::listing_event_kind,
         CASE WHEN n % 2 = 1 THEN list_price_cents + 500000 END, list_price_cents,
         CASE WHEN n % 2 = 1 THEN standard_status END, standard_status, now(), $2
    FROM (SELECT *, row_number() OVER (ORDER BY listing_key) AS n FROM listing ORDER BY listing_key LIMIT $1) AS home`

/** The same homes change in each round, in the same way, so that each tick has the same work. */
export const changeHomes = (client: Client, count: number, round: string) => client.query(CHANGED, [count, round])
