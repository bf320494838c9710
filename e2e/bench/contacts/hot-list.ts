import { Client } from 'pg'
import type { Actor } from '#server/context.ts'
import type { RootDb } from '#server/db.ts'
import { listContacts } from '#server/domain/contacts/contacts.queries.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { percentile, time } from '../bench.ts'

const TURNS = 60

const ROWS = `
  SELECT c.id, c.full_name, c.email, c.phone, c.stage, c.source, c.created_at, c.updated_at, p.id AS agent_id, p.full_name AS agent,
         (SELECT count(*)::int FROM saved_search AS s WHERE s.contact_id = c.id AND s.active_yn AND s.removed_at IS NULL) AS alerts
    FROM contact AS c JOIN person AS p ON p.id = c.agent_id
   WHERE c.agent_id = $1 AND c.removed_at IS NULL ORDER BY c.updated_at DESC, c.id DESC LIMIT 51`
const COUNT =
  'SELECT count(*)::int FROM (SELECT FROM contact WHERE agent_id = $1 AND removed_at IS NULL LIMIT 1001) AS c'

const actorOf = ({ id, role, officeId, teamId, assistsId, fullName, email }: Person): Actor => ({
  ...{ personId: id, sessionId: id, role, officeId, teamId, assistsId, fullName, email },
})

/** The list that is opened most, turn by turn by the service and by hand with the driver alone: both middles. */
export async function raceHotList(db: RootDb, url: string) {
  const agents = await db.person.findMany({ where: { role: 'agent' }, take: TURNS })
  const client = new Client({ connectionString: url })
  await client.connect()
  const ours: number[] = []
  const raw: number[] = []
  try {
    // The first round warms both.
    for (const agent of [...agents, ...agents]) {
      const service = await time(() => listContacts({ db, actor: actorOf(agent), now: () => new Date() }, {}))
      const hand = await time(async () => {
        await client.query({ name: 'rows', text: ROWS, values: [agent.id] })
        await client.query({ name: 'count', text: COUNT, values: [agent.id] })
      })
      ours.push(service.ms)
      raw.push(hand.ms)
    }
  } finally {
    await client.end()
  }
  return { oursMs: percentile(ours.slice(TURNS), 0.5), rawMs: percentile(raw.slice(TURNS), 0.5) }
}
