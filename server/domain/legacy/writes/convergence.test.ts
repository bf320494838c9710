import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editContact, settleBoth, startLateRelay } from './testing.edits.ts'
import { type BothSystems, openBothSystems } from './testing.scene.ts'

let both: BothSystems

beforeAll(async () => {
  both = await openBothSystems()
})
afterAll(() => both.close())

const FIELDS = ['phone', 'source'] as const
type Field = (typeof FIELDS)[number]
const FAULTS = [{ code: 91 }, { close: true }, { closeAfter: true }, { delayMs: 30 }, { code: 121 }] as const

const field = fc.constantFrom(...FIELDS)
const contact = fc.nat(1)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit here' as const), contact, field }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit there' as const), contact, field }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('relay' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('late relay' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sync' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      command: fc.constantFrom('update', 'update', 'insert', 'find'),
      fault: fc.constantFrom(...FAULTS),
    }),
  },
)

test('after any interleaving of edits on both sides, failures, lost replies and late relays both show the same, and the last word', async () => {
  let value = 0
  const next = () => {
    value += 1
    return `Word ${value}`
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      await both.reconnect()
      const ids = [await both.aContact(), await both.aContact()] as const
      const said = new Map<string, { here?: string; there?: string }>()
      const say = (index: number, name: Field, side: 'here' | 'there') => {
        const word = next()
        said.set(`${index}/${name}`, { ...said.get(`${index}/${name}`), [side]: word })
        return { [name]: word }
      }
      const late: (() => Promise<void>)[] = []
      for (const one of steps) {
        if (one.kind === 'edit here') {
          await editContact(both, one.contact === 0 ? ids[0].id : ids[1].id, say(one.contact, one.field, 'here'))
        } else if (one.kind === 'edit there') {
          const { _id } = one.contact === 0 ? ids[0] : ids[1]
          const edit = say(one.contact, one.field, 'there')
          // Who is told that something went wrong saves again.
          while ('error' in (await both.onOldSite('PUT', `/contacts/${_id}`, edit)));
        } else if (one.kind === 'fault') both.peer.fail(one.command, { ...one.fault, collection: 'contacts' })
        else if (one.kind === 'sync') await both.sync().catch(() => {})
        else {
          await both.hurry()
          if (one.kind === 'late relay') late.push(startLateRelay(both).letGo)
          else await both.relay().catch(() => {})
        }
      }
      both.peer.heal()
      await both.reconnect()
      await both.hurry()
      await both.relay()
      // Those that were stopped go on when everything is over.
      for (const letGo of late) await letGo()
      await settleBoth(both)

      for (const [index, { _id, id }] of ids.entries()) {
        const [here, there] = [
          await both.db.contact.findUniqueOrThrow({ where: { id } }),
          await both.contacts.findOne({ _id }),
        ]
        for (const name of FIELDS) {
          expect(there?.[name], name).toBe(here[name])
          const last = said.get(`${index}/${name}`)
          if (last) expect([last.here, last.there]).toContain(here[name])
        }
      }
      expect(await both.db.legacyWrite.count({ where: { state: 'queued' } })).toBe(0)
    }),
    { numRuns: 6 },
  )
}, 240_000)
