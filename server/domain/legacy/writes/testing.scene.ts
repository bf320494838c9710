import { MongoClient, ObjectId } from 'mongodb'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import type { LegacyDoc } from '#world/legacy/documents.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { startOldApi } from '#world/old-api/server.ts'
import { syncStream } from '../sync/run.ts'
import { sweepStream } from '../sync/sweep.ts'
import { writeAcross } from './relay.ts'

const TIMEOUT_MS = 2_000
/** Only what the scenes are about. */
const FOLLOWED = ['agents', 'contacts', 'savedSearches', 'notes', 'tasks'] as const

/** Both systems side by side: an old database with its API, and one of ours that has taken one agent over. */
export async function openBothSystems() {
  const own = await ownDatabase()
  const { db } = own
  const peer = await startMongoPeer({ port: 0 })
  const client = await new MongoClient(peer.url).connect()
  const old = client.db('legacy')
  const site = await startOldApi({ port: 0, db: old })
  await anOffice({ name: 'Beaufort' }, db)
  const agentId = new ObjectId()
  for (const name of FOLLOWED) {
    await old.collection(name).createIndex({ updatedAt: 1, _id: 1 })
  }
  const updatedAt = new Date(Date.now() - 60_000)
  const agent = { name: 'Ada Vance', email: 'ada@palmetto.test', office: 'Beaufort', role: 'manager', active: true }
  await old.collection<LegacyDoc>('agents').insertOne({ _id: agentId, ...agent, updatedAt })

  const connect = () => connectLegacy({ url: peer.url, database: 'legacy', timeoutMs: TIMEOUT_MS })
  const deps = { db, legacy: connect(), now: () => new Date(), log }
  let runs = 0
  const sync = async () => {
    runs += 1
    for (const stream of FOLLOWED) await syncStream(deps, stream, { jobRunId: `run-${runs}`, lagMs: 0, pageSize: 7 })
  }
  await sync()
  const person = await db.person.findFirstOrThrow({ where: { email: agent.email } })
  const contacts = old.collection<LegacyDoc>('contacts')

  return {
    ...{ db, url: own.url, peer, site, old, contacts, agentId, person, deps, sync },
    /** As a worker that has just been started: its breaker is closed. */
    reconnect: async () => {
      await deps.legacy.close()
      deps.legacy = connect()
    },
    as: callAs(person, { db }),
    searches: old.collection<LegacyDoc>('savedSearches'),
    /** One walk through a collection, to its end. */
    walk: async (stream: 'contacts' | 'savedSearches') => {
      let state = await sweepStream(deps, stream, { everyMs: 0 })
      while (state.state === 'underway') state = await sweepStream(deps, stream, { everyMs: 0 })
    },
    relay: (limit = 200) => writeAcross(deps, { limit }),
    /** What waits is due at once. */
    hurry: () => db.legacyWrite.updateMany({ data: { notBefore: new Date(0), leaseUntil: null } }),
    /** A contact that the old system has and the sync has brought over. */
    aContact: async (over: Record<string, unknown> = {}) => {
      const _id = new ObjectId()
      await contacts.insertOne({
        ...{ _id, firstName: 'Ana', lastName: 'Reyes', email: `${_id}@mail.test`, phone: '(843) 555-0100', agentId },
        ...{ stage: 'lead', source: 'Website', createdAt: updatedAt, updatedAt: new Date(), ...over },
      })
      await sync()
      const record = await db.legacyRecord.findFirstOrThrow({ where: { sourceId: `o:${_id}` } })
      return { _id, id: record.targetId }
    },
    /** The document of a record of ours, wherever it came from. */
    documentOf: async (name: string, id: string) => {
      const record = await db.legacyRecord.findFirst({ where: { targetId: id } })
      return old.collection<LegacyDoc>(name).findOne({ _id: new ObjectId(record?.sourceId.slice(2)) })
    },
    onOldSite: async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${site.url}/api${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
      return answer.json()
    },
    close: async () => {
      await site.stop()
      await deps.legacy.close()
      await client.close()
      await peer.stop()
      await own.close()
    },
  }
}
export type BothSystems = Awaited<ReturnType<typeof openBothSystems>>
