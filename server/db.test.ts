import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDb, type RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { createDatabase, migrate } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { freePort } from '#world/ports.ts'
import { type RunningPostgres, startPostgres } from '#world/postgres.ts'

const KILLS = 3
const WRITERS = 4

let folder = ''
let postgres: RunningPostgres
let db: RootDb
let agent: Person

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palmetto-crash-'))
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port: await freePort(), durable: true })
  await createDatabase(postgres.urlOf('postgres'), 'crash')
  await migrate(postgres.urlOf('crash'))
  db = connectDb(postgres.urlOf('crash'), WRITERS)
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
})
afterAll(async () => {
  await db.$disconnect()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

test('what was acknowledged outlives a database that is killed, and the same pool goes on by itself', async () => {
  const saved: string[] = []
  let goesOn = true
  const write = async () => {
    while (goesOn) {
      const contact = await callAs(agent, { db })
        .contacts.create({ fullName: 'Somebody' })
        .catch(() => null)
      if (contact) saved.push(contact.id)
    }
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, write))
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = saved.length
    await expect.poll(() => saved.length, { timeout: 30_000 }).toBeGreaterThan(before + 5)
    await postgres.crash()
  }
  const before = saved.length
  await expect.poll(() => saved.length, { timeout: 30_000 }).toBeGreaterThan(before + 5)
  goesOn = false
  await writers

  expect(await db.contact.count({ where: { id: { in: saved } } })).toBe(saved.length)
  // The contact and its entry in the timeline were one transaction.
  expect(await db.timelineEntry.count({ where: { contactId: { in: saved } } })).toBe(saved.length)
})
