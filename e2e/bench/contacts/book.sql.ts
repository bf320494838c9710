import { Client } from 'pg'

const OFFICES = 4
const AGENTS = 200
const AGENTS_A_TEAM = 10
/** One contact in five has an alert. */
const ALERT_SHARE = 0.2

const SYLLABLES = `ARRAY['ra','ven','el','smi','th','mar','low','an','der','son','ber','gar','ri','fen','wick','hol','lis','mc','al','ton','qu','ay','le','ga','re','port','er','wi','ll','iams']`
/** Two to four syllables, each drawn anew for each row: common parts, rare wholes. */
const NAME = (key: string) =>
  `initcap((SELECT string_agg(s[1 + floor(random() * 30)::int], '') FROM (SELECT ${SYLLABLES} AS s) AS l, generate_series(1, 2 + (${key} + g) % 3)))`

const PEOPLE = `
  INSERT INTO office (name, postal_address, phone)
  SELECT 'Office ' || g, g || ' Bench Street', '(843) 555-0100' FROM generate_series(1, ${OFFICES}) AS g;
  INSERT INTO team (office_id, name) SELECT o.id, 'Team ' || g FROM office AS o, generate_series(1, ${AGENTS / OFFICES / AGENTS_A_TEAM}) AS g;
  INSERT INTO person (email, full_name, role, office_id, team_id)
  SELECT 'agent-' || g || '@bench.test', 'Agent ' || g, 'agent', t.office_id, t.id
    FROM generate_series(0, ${AGENTS - 1}) AS g
    JOIN (SELECT id, office_id, row_number() OVER (ORDER BY office_id, name) - 1 AS n FROM team) AS t ON t.n = g / ${AGENTS_A_TEAM};
  INSERT INTO person (email, full_name, role, office_id, team_id)
  SELECT 'lead-' || t.n || '@bench.test', 'Lead ' || t.n, 'team_lead', t.office_id, t.id
    FROM (SELECT id, office_id, row_number() OVER (ORDER BY office_id, name) AS n FROM team) AS t;
  INSERT INTO person (email, full_name, role, office_id)
  SELECT 'manager-' || name || '@bench.test', 'Manager', 'manager', id FROM office;
  INSERT INTO person (email, full_name, role, office_id) SELECT 'owner@bench.test', 'Owner', 'owner', id FROM office LIMIT 1`

const CONTACTS = `
  INSERT INTO contact (full_name, email, phone, stage, source, agent_id, office_id, created_at, updated_at)
  SELECT ${NAME('1')} || ' ' || ${NAME('2')}, 'person-' || g || '@bench.test', '(843) 555-' || lpad((g % 10000)::text, 4, '0'),
         (enum_range(NULL::contact_stage))[1 + floor(random() ^ 2 * 4)::int], (ARRAY['Zillow','Open house','Referral'])[1 + g % 3],
         a.id, a.office_id, at, at
    FROM (SELECT g, now() - random() * interval '5 years' AS at FROM generate_series($1::int, $2::int) AS g) AS drawn
    JOIN (SELECT id, office_id, row_number() OVER (ORDER BY email) - 1 AS n FROM person WHERE role = 'agent') AS a ON a.n = (g * 7919::bigint) % ${AGENTS}`

const ALERTS = `
  CREATE TEMP TABLE chosen ON COMMIT DROP AS SELECT uuidv7() AS id, id AS contact_id FROM contact WHERE random() < ${ALERT_SHARE};
  INSERT INTO saved_search (id, contact_id, name) SELECT id, contact_id, 'A search' FROM chosen;
  INSERT INTO saved_search_version (search_id, version, property_sub_types, standard_statuses, event_kinds, city_slugs, postal_codes, summary)
  SELECT id, 1, '{}', '{Active}', '{New}', '{}', '{29464}', 'Homes near here' FROM chosen`

/** Fills the database with `contacts` contacts of 200 agents in four offices, changed at random over five years. */
export async function writeBook(url: string, contacts: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // Rows are right by construction, so foreign keys need not be asked a million times.
    await client.query(`SELECT setseed(0.41); SET session_replication_role = replica; SET work_mem = '256MB'`)
    await client.query(PEOPLE)
    await client.query(CONTACTS, [1, contacts])
    await client.query('BEGIN')
    await client.query(ALERTS)
    await client.query('COMMIT')
    for (const table of ['person', 'contact', 'saved_search', 'saved_search_version']) {
      await client.query(`VACUUM ANALYZE ${table}`)
    }
  } finally {
    await client.end()
  }
}
