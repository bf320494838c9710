import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import { writeAcross } from './relay.ts'
import type { BothSystems } from './testing.scene.ts'

type Over = { fullName?: string; email?: string | null; phone?: string; source?: string }

/** Changes a contact as its form does. */
export async function editContact({ db, as }: BothSystems, id: string, over: Over) {
  const contact = await db.contact.findUniqueOrThrow({ where: { id } })
  const { updatedAt, fullName, email, phone, stage, source } = contact
  await as.contacts.update({
    ...{ contactId: id, basedOn: updatedAt, fullName, email, phone, stage, source, ...over },
  })
}

/** Runs the relay, the sync and a walk until nothing moves any more. */
export async function settleBoth(both: BothSystems) {
  for (let round = 0; round < 5; round += 1) {
    await both.hurry()
    await both.relay()
    await both.sync()
    if ((await both.db.legacyWrite.count({ where: { state: 'queued' } })) === 0) break
  }
  await both.walk('contacts')
}

/** A relay that is stopped right before it sends, as by a pause of its machine, until it is let go. */
export function startLateRelay({ deps }: BothSystems) {
  const [gate, arrival] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { legacy } = deps
  const late: LegacySource = {
    ...legacy,
    write: async (...asked) => {
      arrival.resolve()
      await gate.promise
      return legacy.write(...asked)
    },
  }
  const running = writeAcross({ ...deps, legacy: late }, { limit: 20 }).catch(() => {})
  return {
    isAboutToSend: arrival.promise,
    letGo: async () => {
      gate.resolve()
      await running
    },
  }
}
