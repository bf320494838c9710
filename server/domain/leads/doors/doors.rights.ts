import { adminsOnly, type Book, defineRights, wholeFirm } from '#server/testing/rights.ts'
import { keepArrival } from './arrivals/keep-arrival.ts'
import { readFields } from './read-fields.ts'

const unique = () => crypto.randomUUID().slice(0, 8)

/** A source, and somebody who stands at its door and is held back. */
async function seed({ db, agent, marker }: Book) {
  const source = await db.leadSource.create({
    data: { key: `s-${unique()}`, name: marker, door: 'webhook', createdAt: new Date() },
  })
  const { draft } = readFields({ name: marker, email: `${unique()}@example.test`, message: marker })
  const body = new Uint8Array(Buffer.from(marker))
  const came = { door: 'webhook' as const, source, body, contentType: 'text/plain', networkHash: null, at: new Date() }
  const { arrivalId } = await keepArrival(db, { ...came, senderId: unique() }, { state: 'received' })
  await db.leadArrival.update({ where: { id: arrivalId }, data: { state: 'held', reason: marker, draft: draft ?? {} } })
  const file = await db.leadImport.create({
    data: {
      ...{ fileName: marker, content: body, mapping: [], rowCount: 1, createdById: agent.id, createdAt: new Date() },
      problems: [{ row: 1, words: marker }],
    },
  })
  return { sourceId: source.id, arrivalId, importId: file.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

const ofAdmins = { allowed: adminsOnly, otherwise: 'refused' } as const
const about = {
  ...{ name: 'A portal', defaultLeadType: null, defaultTags: [], trustsNamedAgent: false },
  ...{ perMinute: 60, allowedOrigins: [] },
}
const FILE = 'name,email\nSomebody,somebody@example.test'
const fields = () => ({ name: 'Somebody', email: `${unique()}@example.test` })
const source = ({ sourceId }: Rows) => ({ sourceId })
const arrival = ({ arrivalId }: Rows) => ({ arrivalId })

export default defineRights<Rows>({
  seed,
  members: {
    'sources.list': ofAdmins,
    'sources.names': { allowed: wholeFirm, otherwise: 'own' },
    'sources.add': { ...ofAdmins, input: () => ({ ...about, key: `k-${unique()}`, door: 'webhook' }) },
    'sources.change': { ...ofAdmins, input: (rows) => ({ ...source(rows), ...about }) },
    'sources.setActive': { ...ofAdmins, input: (rows) => ({ ...source(rows), active: false }) },
    'sources.changeSecret': { ...ofAdmins, input: source },
    'sources.tryOut': { ...ofAdmins, input: (rows) => ({ ...source(rows), fields: fields() }) },
    'leadFiles.preview': { ...ofAdmins, input: () => ({ content: FILE }) },
    'leadFiles.bring': {
      ...ofAdmins,
      input: () => ({ content: FILE, mapping: ['name', 'email'], fileName: 'leads.csv', sourceId: null }),
    },
    'leadFiles.list': ofAdmins,
    'leadFiles.one': { ...ofAdmins, input: ({ importId }) => ({ importId }) },
    'arrivals.waiting': { ...ofAdmins, input: () => ({}) },
    'arrivals.one': { ...ofAdmins, input: arrival },
    'arrivals.release': { ...ofAdmins, input: arrival },
    'arrivals.makeLead': { ...ofAdmins, input: (rows) => ({ ...arrival(rows), fields: fields() }) },
    'arrivals.discard': { ...ofAdmins, input: arrival },
    'arrivals.restore': { ...ofAdmins, input: arrival },
    'arrivals.add': {
      input: () => ({ requestKey: crypto.randomUUID(), fields: fields(), sourceId: null, isMine: true }),
      allowed: wholeFirm,
      otherwise: 'own',
    },
  },
})
