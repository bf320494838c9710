import type { Db } from 'mongodb'
import { createRandom } from '#world/random.ts'
import { createAgents } from './agents.ts'
import { createAppointments } from './appointments.ts'
import { createContacts } from './contacts.ts'
import { createDeals } from './deals.ts'
import { COLLECTIONS, type LegacyDoc } from './documents.ts'
import { createLeads } from './leads.ts'
import { createListings } from './listings.ts'
import { createNotes } from './notes.ts'
import { createOffices } from './offices.ts'
import { createPhotos } from './photos.ts'
import { createSearches, createSentAlerts } from './searches.ts'
import { soilDocs } from './soiling.ts'
import { createTasks } from './tasks.ts'

type Options = {
  seed: number
  /** What was written last is a minute older than this. */
  now: Date
  /** Where the photo server answers, e.g. "http://127.0.0.1:4100". */
  photoOrigin: string
  /** 1 is the whole brokerage; tests take less. */
  scale?: number
}

type SeedCounts = {
  /** Documents by collection. */
  documents: Record<string, number>
  /** Soiled documents by "collection/kind"; see `dirt.ts`. */
  dirt: Record<string, number>
}

const SIZES = {
  agents: 60,
  contacts: 3000,
  listings: 4000,
  savedSearches: 2500,
  sentAlerts: 1500,
  deals: 400,
  photos: 1500,
  leads: 300,
}
const CALENDAR_SIZES = { notes: 2500, tasks: 1200, appointments: 600 }
const CALENDAR_LEAST = { notes: 120, tasks: 120, appointments: 80 }
const LEAST = {
  agents: 16,
  contacts: 120,
  listings: 240,
  savedSearches: 120,
  sentAlerts: 10,
  deals: 80,
  photos: 60,
  leads: 60,
}

/** All documents of the old database, the same for the same seed and moment. */
export function createLegacy({ seed, now, photoOrigin, scale = 1 }: Options) {
  const calendarSizeOf = (name: keyof typeof CALENDAR_SIZES) =>
    Math.max(CALENDAR_LEAST[name], Math.round(CALENDAR_SIZES[name] * scale))
  const sizeOf = (name: keyof typeof SIZES) => Math.max(LEAST[name], Math.round(SIZES[name] * scale))
  const stream = (name: string) => createRandom(`${seed}:${name}`)
  const soil = (name: (typeof COLLECTIONS)[number], clean: LegacyDoc[]) =>
    soilDocs(name, clean, stream(`${name} dirt`), now, scale)

  const agents = soil('agents', createAgents(stream('agents'), now, sizeOf('agents')))
  const settled = agents.docs.filter((doc) => !agents.spoilt.has(doc))
  // Few contacts hang on an agent who can't be accepted: they have to wait for him.
  const keepers = [...Array.from({ length: 6 }, () => settled).flat(), ...agents.spoilt]
  const contacts = soil('contacts', createContacts(stream('contacts'), now, sizeOf('contacts'), keepers))
  const searches = soil(
    'savedSearches',
    createSearches(stream('searches'), now, sizeOf('savedSearches'), contacts.docs),
  )
  const kit = { random: stream('listings'), photoOrigin, agents: settled }
  const listings = soil('listings', createListings(kit, now, sizeOf('listings')))
  const known = { contacts: contacts.docs, searches: searches.docs, listings: listings.docs }
  const sentAlerts = soil('sentAlerts', createSentAlerts(stream('sent'), now, sizeOf('sentAlerts'), known))
  // Few hang on somebody who has to wait.
  const met = [
    ...contacts.docs.filter((doc) => !contacts.spoilt.has(doc)),
    ...stream('met').sample([...contacts.spoilt], 6),
  ]
  const notes = soil('notes', createNotes(stream('notes'), now, calendarSizeOf('notes'), met))
  const tasks = soil('tasks', createTasks(stream('tasks'), now, calendarSizeOf('tasks'), met))
  const people = { contacts: met, listings: listings.docs }
  const appointments = soil(
    'appointments',
    createAppointments(stream('appointments'), now, calendarSizeOf('appointments'), people),
  )
  const photos = soil('photos', createPhotos(stream('photos'), now, sizeOf('photos'), listings.docs))
  const leads = soil('leads', createLeads(stream('leads'), now, sizeOf('leads'), people))
  const offices = soil('offices', createOffices(stream('offices'), now))
  const deals = soil('deals', createDeals(stream('deals'), now, sizeOf('deals'), people))
  return {
    documents: {
      offices: offices.docs,
      agents: agents.docs,
      contacts: contacts.docs,
      savedSearches: searches.docs,
      notes: notes.docs,
      tasks: tasks.docs,
      appointments: appointments.docs,
      sentAlerts: sentAlerts.docs,
      deals: deals.docs,
      photos: photos.docs,
      leads: leads.docs,
      // Last: who finds listings knows that the seed ran to its end.
      listings: listings.docs,
    },
    dirt: {
      ...{ ...notes.counts, ...tasks.counts, ...appointments.counts },
      ...agents.counts,
      ...contacts.counts,
      ...listings.counts,
      ...searches.counts,
      ...sentAlerts.counts,
      ...deals.counts,
      ...photos.counts,
      ...leads.counts,
      ...offices.counts,
    },
  }
}

/** Fills the old database as five years of freelancers left it. Starts over what a killed seed left behind. */
export async function seedLegacy(db: Db, options: Options): Promise<{ counts: SeedCounts }> {
  const { documents, dirt } = createLegacy(options)
  for (const name of COLLECTIONS) await db.collection(name).createIndex({ updatedAt: 1, _id: 1 })
  const sizes: Record<string, number> = {}
  for (const [name, docs] of Object.entries(documents)) {
    const collection = db.collection<LegacyDoc>(name)
    await collection.deleteMany({})
    for (let at = 0; at < docs.length; at += 1000) await collection.insertMany(docs.slice(at, at + 1000))
    sizes[name] = docs.length
  }
  return { counts: { documents: sizes, dirt } }
}
