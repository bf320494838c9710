import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WriteFailpoint } from '#server/failpoint.ts'
import { editContact, settleBoth } from './testing.edits.ts'
import { type BothSystems, openBothSystems } from './testing.scene.ts'

let both: BothSystems

beforeAll(async () => {
  both = await openBothSystems()
})
afterAll(() => both.close())

const CHILD = `
  const { connectLegacy } = await import('#server/adapters/mongo/mongo.ts')
  const { db } = await import('#server/db.ts')
  const { env } = await import('#server/env.ts')
  const { log } = await import('#server/log.ts')
  const { writeAcross } = await import('#server/domain/legacy/writes/relay.ts')
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: 'legacy' })
  await writeAcross({ db, legacy, now: () => new Date(), log }, { limit: 10 })
`

/** A relay in a process of its own, and how it ended. */
const endOf = (failpoint: WriteFailpoint) =>
  new Promise<string | number | null>((resolve) => {
    const env = { DATABASE_URL: both.url, LEGACY_MONGO_URL: both.peer.url, DATABASE_POOL: '2' }
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD], {
      env: { ...process.env, ...env, PALMETTO_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })

test.each<WriteFailpoint>(['writes.after-send', 'writes.before-settle'])(
  'a relay that is killed at %s leaves the record to the next one, and what is edited meanwhile on either side is kept',
  async (failpoint) => {
    const { _id, id } = await both.aContact()
    const fresh = await both.as.contacts.create({ fullName: `Fresh ${failpoint}` })
    await editContact(both, id, { phone: '(843) 555-0131' })
    expect(await endOf(failpoint)).toBe('SIGKILL')
    await both.onOldSite('PUT', `/contacts/${_id}`, { source: 'Sign call' })
    await editContact(both, id, { fullName: 'Ana Maria Reyes' })
    // Its lease runs out.
    await both.hurry()
    await settleBoth(both)
    expect(await both.contacts.findOne({ _id })).toMatchObject({
      ...{ firstName: 'Ana Maria', lastName: 'Reyes', phone: '(843) 555-0131', source: 'Sign call' },
    })
    const { fullName, phone, source } = await both.db.contact.findUniqueOrThrow({ where: { id } })
    expect({ fullName, phone, source }).toEqual({
      ...{ fullName: 'Ana Maria Reyes', phone: '(843) 555-0131', source: 'Sign call' },
    })
    expect(await both.contacts.countDocuments({ firstName: 'Fresh', lastName: failpoint })).toBe(1)
    expect(await both.db.contact.count({ where: { fullName: `Fresh ${failpoint}` } })).toBe(1)
    expect(await both.documentOf('contacts', fresh.id)).not.toBeNull()
    expect(await both.db.legacyWrite.count({ where: { state: 'queued' } })).toBe(0)
    expect(await both.db.legacyConflict.count()).toBe(0)
  },
  60_000,
)
