import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '#server/context.ts'
import { connectDb } from '#server/db.ts'
import { createContactInput } from '#server/domain/contacts/contacts.schema.ts'
import { createContact } from '#server/domain/contacts/contacts.service.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { atLeast, atMost, type Bench, known, percentile } from './bench.ts'
import { startBenchDatabase } from './database.ts'

const KILLS = { ci: 5, full: 30 }
const WRITERS = 8
/** Writes that have to be acknowledged between two kills. */
const BETWEEN = 40
const PATIENCE_MS = 60_000

/** What was answered with an id was acknowledged; everything else may or may not be there. */
async function writeContacts(ctx: Context, saved: string[], goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const contact = await createContact(ctx, createContactInput.parse({ fullName: 'Somebody' })).catch(() => null)
    if (contact) saved.push(contact.id)
    else await pause(20)
  }
}

async function waitForMore(saved: readonly string[], more: number): Promise<void> {
  const enough = saved.length + more
  const deadline = Date.now() + PATIENCE_MS
  while (saved.length < enough) {
    if (Date.now() > deadline) throw new Error(`Nobody could write for ${PATIENCE_MS / 1000} s.`)
    await pause(5)
  }
}

/** PostgreSQL is killed with -9 again and again while people save; what they were told is saved has to be there. */
export const bench: Bench = async ({ full, show, tell }) => {
  const kills = full ? KILLS.full : KILLS.ci
  const { url, stop, crash } = await startBenchDatabase()
  const db = connectDb(url, WRITERS)
  try {
    const agent = await anAgent((await anOffice({}, db)).id, {}, db)
    const { id: personId, role, officeId, teamId, assistsId, fullName, email } = agent
    const actor = { personId, sessionId: crypto.randomUUID(), role, officeId, teamId, assistsId, fullName, email }
    const ctx: Context = { db, actor, now: () => new Date() }
    const saved: string[] = []
    let goesOn = true
    const writers = Promise.all(Array.from({ length: WRITERS }, () => writeContacts(ctx, saved, () => goesOn)))
    const awayMs: number[] = []
    for (let kill = 1; kill <= kills; kill += 1) {
      await waitForMore(saved, BETWEEN)
      const from = performance.now()
      await crash()
      await waitForMore(saved, 1)
      awayMs.push(performance.now() - from)
      tell(`Kill ${kill} of ${kills}; ${saved.length} writes acknowledged so far`)
    }
    await waitForMore(saved, BETWEEN)
    goesOn = false
    await writers
    const there = await db.contact.count({ where: { id: { in: saved } } })
    const told = await db.timelineEntry.count({ where: { contactId: { in: saved } } })
    show(atLeast('kills of PostgreSQL under writers', kills, 'kills', kills))
    show(atMost('acknowledged writes lost', saved.length - there, 'writes', 0, { note: `of ${saved.length}` }))
    show(atMost('writes of which a part was lost', saved.length - told, 'writes', 0))
    show(known('from a kill to the next saved contact, p95', percentile(awayMs, 0.95), 'ms'))
  } finally {
    await db.$disconnect()
    await stop()
  }
}
