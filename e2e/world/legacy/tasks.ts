import type { Random } from '#world/random.ts'
import type { LegacyDoc, Task } from './documents.ts'
import { nameOf } from './names.ts'
import { between, dayInNewYork, daysBefore, momentIn, objectIdAt } from './timing.ts'

type Kind = Task['type']
const TITLES: Record<Kind, string[]> = {
  call: ['Call {name}', 'Call {name} about the price drop', 'Call {name} back', 'Call {name}: still looking?'],
  text: ['Text {name} the gate code', 'Text {name} before the showing'],
  email: ['Send {name} comps', 'Send {name} the disclosure', 'E-mail {name} the new listings'],
  showing: ['Show {name} two homes', 'Set up a showing for {name}', 'Ask {name} how the showing was'],
  'follow up': ['Follow up with {name}', 'Check in with {name} after the open house', 'Ask {name} for a referral'],
  closing: ['Closing gift for {name}', 'Remind {name} to move the utilities', 'Order the walk-through for {name}'],
  other: ['Update the file of {name}', 'Find a lender for {name}', 'Birthday card for {name}'],
}
const OFFICE: string[] = [
  'Order sign riders',
  'Renew the lockbox batteries',
  'Update the farming list',
  'Book the photographer',
  'Expense report',
  'Prepare the sales meeting',
]
const DETAILS = [
  'They asked twice already.',
  'Number is on the card.',
  'Best after five.',
  'Bring the folder with the comps.',
  'See the note of last week.',
]
const SHARES: Record<Kind, number> = {
  ...{ call: 34, text: 8, email: 16, showing: 12 },
  ...{ 'follow up': 20, closing: 5, other: 5 },
}
const KINDS: Kind[] = ['call', 'text', 'email', 'showing', 'follow up', 'closing', 'other']
const HOURS = ['09:00', '09:30', '10:00', '11:30', '13:00', '14:30', '16:00', '17:30']

/** What agents have to do: most of it is done, some is late, and the next two weeks are full. */
export function createTasks(random: Random, now: Date, count: number, contacts: LegacyDoc[]): Task[] {
  return Array.from({ length: count }, (): Task => {
    const contact = random.pick(contacts)
    const isOffice = random.chance(0.06)
    const type = isOffice ? 'other' : random.weighted(KINDS, (kind) => SHARES[kind])
    const done = random.chance(0.55)
    const due = done
      ? between(random, daysBefore(now, 500), daysBefore(now, 1), 1.8)
      : random.chance(0.18)
        ? between(random, daysBefore(now, 12), daysBefore(now, 1), 1.5)
        : between(random, now, daysBefore(now, -16), 0.7)
    const born = between(random, momentIn(contact.createdAt, daysBefore(due, 20)), daysBefore(due, 0.2), 1.4)
    const createdAt = born < now ? born : daysBefore(now, 1)
    const doneAt = done ? between(random, due, daysBefore(now, 0.05), 0.4) : undefined
    const name = nameOf(contact)
    return {
      _id: objectIdAt(random, createdAt),
      ...(isOffice ? {} : { contactId: contact._id }),
      agentId: contact.agentId,
      title: random.pick(isOffice ? OFFICE : TITLES[type]).replaceAll('{name}', name),
      ...(random.chance(0.25) ? { notes: random.pick(DETAILS) } : {}),
      type,
      priority: random.weighted(['low', 'normal', 'high'] as const, (word) => ({ low: 1, normal: 8, high: 2 })[word]),
      ...(random.chance(0.96) ? { dueDate: dayInNewYork(due) } : {}),
      ...(random.chance(0.3) ? { dueTime: random.pick(HOURS) } : {}),
      done: doneAt !== undefined,
      ...(doneAt ? { doneAt } : {}),
      createdAt,
      updatedAt: doneAt ?? between(random, createdAt, daysBefore(now, 0.01), 1.2),
    }
  })
}
