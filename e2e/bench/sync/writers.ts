import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import { createRandom } from '#world/random.ts'
import type { Doc } from './source.ts'

const KINDS = { dated: 50, listed: 25, inserted: 10, late: 6, silent: 4, undated: 2, deleted: 1 } as const
type Kind = keyof typeof KINDS
const ALL: Kind[] = ['dated', 'listed', 'inserted', 'late', 'silent', 'undated', 'deleted']

/** Late writes claim to be this old: less than the sync stays behind the source's clock. */
const LATE_MS = 2_000

const phoneOf = (turn: number) =>
  `(843) ${String(100 + (Math.floor(turn / 10_000) % 900))}-${String(turn % 10_000).padStart(4, '0')}`

export type Written = {
  /** Each living document by its id: the phone number or the price in dollars that it was given last. */
  contacts: Map<number, string>
  listings: Map<number, number>
  /** Contacts whose latest change had no date that tells of it: only a walk brings it. */
  untold: Set<number>
  writes: number
}

/** Clerks of the old system who write all the time: with dates, late, silently, and they delete. */
export function startWriters(db: Db, seed: string, written: Written) {
  const random = createRandom(seed)
  const [contacts, listings] = [db.collection<Doc>('contacts'), db.collection<Doc>('listings')]
  /** The latest date of change that each contact has had. */
  const dates = new Map<number, number>()
  let goesOn = true
  let nextId = 1_000_000

  const setPhone = async (id: number, phone: string, updatedAt: Date | null) => {
    await contacts.updateOne({ _id: id }, { $set: { phone, ...(updatedAt ? { updatedAt } : {}) } })
    written.contacts.set(id, phone)
    // A date before the one it had tells of nothing: an older version never wins.
    if (updatedAt && updatedAt.getTime() > (dates.get(id) ?? 0)) {
      written.untold.delete(id)
      dates.set(id, updatedAt.getTime())
    } else written.untold.add(id)
  }
  const insert = async (phone: string, isDated: boolean) => {
    nextId += 1
    const person = {
      firstName: 'Bo',
      lastName: `No. ${nextId}`,
      email: `bo-${nextId}@mail.test`,
      agentId: nextId % 200,
    }
    const now = new Date()
    const doc = { _id: nextId, ...person, phone, stage: 'lead', ...(isDated ? { updatedAt: now } : {}) }
    await contacts.insertOne(doc)
    written.contacts.set(nextId, phone)
    if (isDated) dates.set(nextId, now.getTime())
    else written.untold.add(nextId)
  }
  const remove = async (id: number) => {
    await contacts.deleteOne({ _id: id })
    written.contacts.delete(id)
    written.untold.delete(id)
  }
  const reprice = async (id: number, dollars: number) => {
    await listings.updateOne({ _id: id }, { $set: { price: dollars, updatedAt: new Date() } })
    written.listings.set(id, dollars)
  }

  const write = async (kind: Kind) => {
    written.writes += 1
    const [id, phone] = [random.pick([...written.contacts.keys()]), phoneOf(written.writes)]
    switch (kind) {
      case 'dated':
        return setPhone(id, phone, new Date())
      case 'late':
        return setPhone(id, phone, new Date(Date.now() - LATE_MS))
      case 'silent':
        return setPhone(id, phone, null)
      case 'inserted':
        return insert(phone, true)
      case 'undated':
        return insert(phone, false)
      case 'deleted':
        return remove(id)
      case 'listed':
        return reprice(random.pick([...written.listings.keys()]), 200_000 + written.writes)
    }
  }

  const done = (async () => {
    while (goesOn) {
      await write(random.weighted(ALL, (kind) => KINDS[kind]))
      await pause(5)
    }
  })()
  return async () => {
    goesOn = false
    await done
  }
}
