import type { Client } from 'pg'

const PEOPLE_SHARE = 0.4

/** People to write to; two and a half searches each. */
async function writePeople(client: Client, from: number, to: number): Promise<void> {
  await client.query(
    `INSERT INTO office (name, postal_address, phone) VALUES ('Bench', '1 Bench Street', '(843) 555-0100') ON CONFLICT DO NOTHING`,
  )
  await client.query(
    `INSERT INTO person (email, full_name, role, office_id)
     SELECT 'agent-' || g || '@bench.test', 'Agent ' || g, 'agent', o.id FROM generate_series(1, 50) AS g, office AS o
     ON CONFLICT DO NOTHING`,
  )
  await client.query(
    `INSERT INTO contact (full_name, email, agent_id, office_id)
     SELECT 'Person ' || g, 'person-' || g || '@bench.test', a.id, a.office_id
       FROM generate_series($1::int, $2::int) AS g
       JOIN (SELECT id, office_id, row_number() OVER (ORDER BY email) - 1 AS n FROM person) AS a ON a.n = g % 50`,
    [Math.floor(from * PEOPLE_SHARE) + 1, Math.floor(to * PEOPLE_SHARE)],
  )
}

/** 55 of 100 look in towns, 33 in zip codes, 12 in a circle, one in ten thousand anywhere. */
const DRAW = `
  CREATE TEMP TABLE drawn ON COMMIT DROP AS
  SELECT uuidv7() AS id, c.id AS contact_id, r.*, 1000 * round(exp(r.price_normal) / 1000)::bigint AS price
    FROM (SELECT g, random() AS area_kind, random() AS town_at, random() AS many, random() AS bound, random() AS beds,
                 random() AS baths, random() AS sqft, random() AS kinds, random() AS events, random() AS circle,
                 random_normal(12.9, 0.5) AS price_normal
            FROM generate_series($1::int, $2::int) AS g) AS r
    JOIN bench_person AS c ON c.n = (r.g::bigint * 7919) % $3::int`

const VERSIONS = `
  INSERT INTO saved_search_version (search_id, version, list_price_min_cents, list_price_max_cents, bedrooms_min, bathrooms_min,
    living_area_min_sq_ft, property_sub_types, standard_statuses, event_kinds, city_slugs, postal_codes,
    radius_latitude, radius_longitude, radius_miles, summary)
  SELECT d.id, 1,
    CASE WHEN d.bound < 0.8 THEN 80 * d.price END, CASE WHEN d.bound < 0.95 THEN 115 * d.price END,
    CASE WHEN d.beds < 0.3 THEN NULL WHEN d.beds < 0.5 THEN 2 WHEN d.beds < 0.85 THEN 3 ELSE 4 END,
    CASE WHEN d.baths < 0.5 THEN NULL WHEN d.baths < 0.7 THEN 1.5 WHEN d.baths < 0.9 THEN 2 ELSE 2.5 END,
    CASE WHEN d.sqft < 0.3 THEN 100 * (10 + floor(d.sqft * 40)::int) END,
    (CASE WHEN d.kinds < 0.4 THEN '{}' WHEN d.kinds < 0.75 THEN '{Single Family Residence}'
          WHEN d.kinds < 0.95 THEN '{Condominium,Townhouse}' ELSE '{Unimproved Land}' END)::property_sub_type[],
    (CASE WHEN d.bound < 0.95 THEN '{Active}' ELSE '{Active,Coming Soon}' END)::standard_status[],
    (CASE WHEN d.events < 0.8 THEN '{New,Price Drop,Back On Market}' WHEN d.events < 0.9 THEN '{New}' ELSE '{New,Price Drop}' END)::search_event_kind[],
    CASE WHEN d.area_kind < 0.55 THEN ARRAY(SELECT 'town-' || (floor(d.town_at * $1::int)::int + k) % $1
       FROM generate_series(0, CASE WHEN d.many < 0.6 THEN 0 WHEN d.many < 0.9 THEN 1 ELSE 2 END) AS k) ELSE '{}' END,
    CASE WHEN d.area_kind >= 0.55 AND d.area_kind < 0.88 THEN ARRAY(SELECT (10000 + (floor(d.town_at * $1::int * 4)::int + k) % ($1::int * 4))::text
       FROM generate_series(0, floor(d.many * 4)::int) AS k) ELSE '{}' END,
    p.latitude, p.longitude, p.miles, 'Homes near here'
  FROM drawn AS d
  LEFT JOIN circle_place AS p ON d.area_kind >= 0.88 AND d.area_kind < 0.9999 AND p.n = floor(d.circle * $1::int * 5)::int`

const TOKENS = `
  INSERT INTO saved_search_token (token, search_id)
  SELECT DISTINCT t.token, t.id FROM (
    SELECT 'city:' || unnest(v.city_slugs) AS token, d.id FROM drawn AS d JOIN saved_search_version AS v ON v.search_id = d.id
    UNION ALL
    SELECT 'zip:' || unnest(v.postal_codes), d.id FROM drawn AS d JOIN saved_search_version AS v ON v.search_id = d.id
    UNION ALL
    SELECT unnest(p.tokens), d.id FROM drawn AS d JOIN circle_place AS p
        ON d.area_kind >= 0.88 AND d.area_kind < 0.9999 AND p.n = floor(d.circle * $1::int * 5)::int
    UNION ALL
    SELECT 'any', d.id FROM drawn AS d WHERE d.area_kind >= 0.9999
  ) AS t ORDER BY 1, 2`

type Range = { from: number; to: number; towns: number }

/** Saved searches number `from`+1 to `to`, as people save them, set by set. */
export async function writeSearches(client: Client, { from, to, towns }: Range): Promise<void> {
  await writePeople(client, from, to)
  await client.query('BEGIN')
  await client.query(
    `CREATE TEMP TABLE bench_person ON COMMIT DROP AS SELECT id, (row_number() OVER (ORDER BY id))::int - 1 AS n FROM contact`,
  )
  await client.query('CREATE INDEX ON bench_person (n); ANALYZE bench_person')
  await client.query(DRAW, [from + 1, to, Math.floor(to * PEOPLE_SHARE)])
  await client.query(`INSERT INTO saved_search (id, contact_id, name) SELECT id, contact_id, 'Search ' || g FROM drawn`)
  await client.query(VERSIONS, [towns])
  await client.query(TOKENS, [towns])
  await client.query('COMMIT')
}
