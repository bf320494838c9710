import type { Db } from 'mongodb'
import type { Member } from './slack.ts'

/** Who signs in at the demo without being in the old system. */
const OFFICE: Member[] = [
  { fullName: 'Eleanor Whitfield', email: 'owner@palmetto.example' },
  { fullName: 'Marcus Delacroix', email: 'admin@palmetto.example' },
]

/** Everybody who works at the brokerage, as the old system knows them. */
export async function readMembers(legacy: Db): Promise<Member[]> {
  const agents = await legacy
    .collection('agents')
    .find({}, { projection: { name: 1, email: 1 } })
    .toArray()
  const known = agents.flatMap(({ name, email }) =>
    typeof name === 'string' && typeof email === 'string' && email.includes('@')
      ? [{ fullName: name, email: email.trim().toLowerCase() }]
      : [],
  )
  return [...OFFICE, ...known]
}
