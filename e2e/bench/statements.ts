import { Client } from 'pg'

/** How many statements the server runs for `url`'s database while `work` goes on. The server has to count them. */
export async function countStatements<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ statements: number; result: T }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    await client.query('SELECT pg_stat_statements_reset()')
    const result = await work()
    const { rows } = await client.query<{ calls: string }>(
      `SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements JOIN pg_database AS d ON d.oid = dbid
        WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat_statements%'`,
    )
    return { statements: Number(rows[0]?.calls), result }
  } finally {
    await client.end()
  }
}
