import { hashPassword } from '#server/auth/passwords.ts'
import { endSessions } from '#server/auth/sessions.ts'
import { ownDatabase } from './database.ts'
import { anOffice, aPerson, aTeam } from './factories.ts'
import type { Book, Caller, Cast } from './rights.ts'
import { sessionCookieFor } from './session.ts'

const PASSWORD = 'a heron on the dock'

/** Two offices of one firm, everybody who may try, and the cookie that each of them holds. */
export async function openRightsWorld() {
  const own = await ownDatabase()
  const { db } = own
  const marker = 'Zyzzyva'
  const home = await anOffice({ postalAddress: `1 ${marker} Street` }, db)
  const away = await anOffice({}, db)
  const [ours, theirs] = await Promise.all([aTeam(home.id, { name: `Ours ${marker}` }, db), aTeam(home.id, {}, db)])
  const passwordHash = await hashPassword(PASSWORD)
  const join = (officeId: string, over: Parameters<typeof aPerson>[1] = {}) =>
    aPerson(officeId, { passwordHash, ...over }, db)

  const agent = await join(home.id, { fullName: `Agent ${marker}`, teamId: ours.id })
  const colleague = await join(home.id, { teamId: theirs.id })
  const cast: Cast = {
    agent,
    colleague,
    removed: await join(home.id),
    awayAgent: await join(away.id),
    awayManager: await join(away.id, { role: 'manager' }),
    lead: await join(home.id, { role: 'teamLead', teamId: theirs.id }),
    assistant: await join(home.id, { role: 'assistant', assistsId: colleague.id }),
    ownAssistant: await join(home.id, { role: 'assistant', assistsId: agent.id }),
    manager: await join(home.id, { role: 'manager' }),
    admin: await join(away.id, { role: 'admin' }),
    owner: await join(away.id, { role: 'owner' }),
  }

  async function cookieOf(caller: Caller): Promise<string | null> {
    if (caller === 'anonymous') return null
    const person = cast[caller]
    const { name, value } = await sessionCookieFor(person, { db })
    if (caller === 'removed') {
      await db.person.update({ where: { id: person.id }, data: { removedAt: new Date() } })
      await endSessions(db, { personId: person.id, now: new Date() })
    }
    return `${name}=${value}`
  }

  const foreign: Book = { db, agent, office: home, marker, cast, password: PASSWORD }
  /** Books that are the caller's own, with nothing of the foreign one in their texts. */
  const ownBooks: Record<'colleague' | 'awayAgent', Book> = {
    colleague: { ...foreign, agent: colleague, marker: 'Mine' },
    awayAgent: { ...foreign, agent: cast.awayAgent, office: away, marker: 'Mine' },
  }
  return { db, foreign, ownBooks, cookieOf, cast, close: own.close }
}
export type RightsWorld = Awaited<ReturnType<typeof openRightsWorld>>
