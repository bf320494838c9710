import { createRequire } from 'node:module'
import { BSON, Double, Long, MongoClient, ObjectId, Timestamp } from 'mongodb'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { decodeDocument, sourceIdOf } from './mongo.documents.ts'
import { LegacyUnavailable } from './mongo.guard.ts'
import { connectLegacy, type LegacySource, type SourceCursor, type SweepPosition, type SweptPage } from './mongo.ts'

const NOON = new Date('2026-11-20T12:00:00Z')
const ago = (seconds: number) => new Date(NOON.getTime() - seconds * 1000)

let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let made = 0
let database: string
beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => NOON })
  client = await new MongoClient(peer.url).connect()
})
afterEach(async () => {
  peer.heal()
  await legacy.close()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

type Row = { _id: unknown; [field: string]: unknown }
const given = async (...rows: Row[]) => {
  made += 1
  database = `legacy${made}`
  if (rows.length > 0) await client.db(database).collection<Row>('contacts').insertMany(rows)
  legacy = connectLegacy({ url: peer.url, database, timeoutMs: 1_000 })
}

/** Reads the whole stream, `limit` documents a page, and says whom it met in which order. */
async function readAll(limit: number, until = NOON) {
  const met: string[] = []
  let cursor: SourceCursor | null = null
  for (let page = 0; page < 500; page += 1) {
    const { documents, next, isLast } = await legacy.readPage('contacts', cursor, { limit, until })
    met.push(...documents.map(({ sourceId }) => sourceId))
    cursor = next
    if (isLast) return met
  }
  throw new Error('the cursor does not move')
}

const driver = z.object({ version: z.string() })
const wire = z.object({ MIN_SUPPORTED_WIRE_VERSION: z.number(), MIN_SUPPORTED_SERVER_VERSION: z.string() })

describe('the old database', () => {
  test('is reached by the last driver that still speaks to a server of version 3.6', async () => {
    await given()
    const require = createRequire(import.meta.url)
    expect(driver.parse(require('mongodb/package.json')).version).toBe('6.9.0')
    expect(wire.parse(require('mongodb/lib/cmap/wire_protocol/constants.js'))).toEqual({
      MIN_SUPPORTED_WIRE_VERSION: 6,
      MIN_SUPPORTED_SERVER_VERSION: '3.6',
    })
  })

  test('tells its own time', async () => {
    await given()
    expect(await legacy.sourceTime()).toEqual(NOON)
  })

  test.each([1, 2, 3, 7, 100])('is read completely and once when many share a moment, %i a page', async (limit) => {
    const ids = [3, 1, new Double(2.5), 'b', 'a', '1', new ObjectId(), new ObjectId(), true, ago(9), { a: 1 }, null]
    const rows = ids.flatMap((_id, index) => [
      { _id, updatedAt: ago(60) },
      { _id: `x${index}`, updatedAt: ago(index) },
    ])
    await given(...rows)
    const met = await readAll(limit)
    expect(met).toHaveLength(rows.length)
    expect(new Set(met).size).toBe(rows.length)
  })

  test('is never read past the moment it is asked for', async () => {
    await given({ _id: 1, updatedAt: ago(10) }, { _id: 2, updatedAt: ago(5) }, { _id: 3, updatedAt: ago(-1) })
    expect(await readAll(10, ago(5))).toEqual(['n:1', 'n:2'])
    expect(await readAll(10, ago(6))).toEqual(['n:1'])
  })

  test('says how many documents a position can never reach', async () => {
    await given(
      { _id: 1, updatedAt: ago(10) },
      { _id: 2 },
      { _id: 3, updatedAt: null },
      { _id: 4, updatedAt: '2026-11-20T11:00:00Z' },
      { _id: 5, updatedAt: 1_763_000_000 },
      { _id: 6, updatedAt: Long.fromNumber(1_763_000_000_000) },
      { _id: 7, updatedAt: ago(-86_400) },
      { _id: 8, updatedAt: { at: NOON } },
      { _id: 9, updatedAt: new Timestamp({ t: 1, i: 1 }) },
    )
    expect(await legacy.countUnreachable('contacts', NOON)).toBe(8)
    expect(await readAll(3)).toEqual(['n:1'])
  })

  test('that is away is named in words, within its time limit', async () => {
    await given({ _id: 1, updatedAt: ago(10) })
    peer.fail('find', { code: 11600, message: 'interrupted at shutdown', times: 5 })
    const refusal = await legacy.readPage('contacts', null, { limit: 5, until: NOON }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(LegacyUnavailable)
    expect(String(refusal)).toMatch(/The old system's database does not answer \(Mongo.*interrupted/)
    await legacy.close()
    legacy = connectLegacy({ url: 'mongodb://someone:secret@127.0.0.1:1/', database, timeoutMs: 200 })
    const nobody = await legacy.sourceTime().catch((error: unknown) => error)
    expect(String(nobody)).toContain('does not answer')
    expect(String(nobody)).not.toContain('secret')
  })

  test('gives up each question by itself, and never answers with more than was asked for', async () => {
    await given(...Array.from({ length: 5 }, (_, _id) => ({ _id, updatedAt: ago(10 + _id) })))
    const whole = { after: null, upTo: null }
    const start = { lane: 0, idJson: null }
    expect((await legacy.readPage('contacts', null, { limit: 2, until: NOON })).documents).toHaveLength(2)
    const met = []
    for (let at: SweepPosition | null = start; at; ) {
      const { documents, next }: SweptPage = await legacy.sweepPage('contacts', at, { limit: 2 })
      expect(documents.length).toBeLessThanOrEqual(2)
      met.push(...documents)
      at = next
    }
    expect(met).toHaveLength(5)
    await legacy.close()
    const timeoutMs = 100
    const questions: ((source: LegacySource) => Promise<unknown>)[] = [
      (source) => source.readPage('contacts', null, { limit: 2, until: NOON }),
      (source) => source.sweepPage('contacts', start, { limit: 2 }),
      (source) => source.lookUp('contacts', ['{"_id":1}']),
      (source) => source.countUnreachable('contacts', NOON),
      (source) => source.canFollow('contacts'),
      async (source) => {
        for await (const _batch of source.scan('contacts', whole)) return
      },
    ]
    for (const ask of questions) {
      legacy = connectLegacy({ url: peer.url, database, timeoutMs })
      peer.fail(['find', 'count', 'listIndexes'], { delayMs: timeoutMs + 50 })
      // The server's own word; that of the driver would come two seconds later.
      await expect(ask(legacy)).rejects.toThrow(/time limit/)
      peer.heal()
      await legacy.close()
    }
  })

  test('is left alone for a while after five failures in a row', async () => {
    await given({ _id: 1, updatedAt: ago(10) })
    peer.fail('find', { code: 8000, message: 'refused', times: 5 })
    const read = () =>
      legacy.readPage('contacts', null, { limit: 5, until: NOON }).catch((error: unknown) => String(error))
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await read()).toContain('refused')
    expect(await read()).toContain('several times in a row')
  })
})

describe('a document', () => {
  test('keeps its identity whatever type its id has', async () => {
    await given()
    const hex = '5f1d7f3e9b1e8a0001a00001'
    const idOf = (_id: unknown) => decodeDocument(BSON.serialize({ _id })).sourceId
    expect([1, '1', new ObjectId(hex), hex, Long.fromString('9007199254740993')].map(idOf)).toEqual([
      'n:1',
      's:1',
      `o:${hex}`,
      `s:${hex}`,
      'n:9007199254740993',
    ])
    expect(idOf(new Double(1))).toBe('n:1')
    expect(idOf('a\u0000b')).toBe('x:"a\\u0000b"')
    expect(sourceIdOf({ $oid: hex })).toBe(`o:${hex}`)
    expect(idOf('a'.repeat(9_000))).toMatch(/^x:sha256:[0-9a-f]{64}$/)
  })

  test('is plain values, and its date of change only counts when it is a date', async () => {
    await given()
    const raw = BSON.serialize({
      _id: 1,
      updatedAt: NOON,
      agentId: new ObjectId(),
      beds: Long.fromNumber(3),
      far: new Date(8.64e15),
    })
    const { fields, updatedAt, hash } = decodeDocument(raw)
    expect(fields).toMatchObject({
      beds: 3,
      updatedAt: { $date: '2026-11-20T12:00:00Z' },
      agentId: { $oid: expect.any(String) },
    })
    expect(updatedAt).toEqual(NOON)
    expect(hash).toHaveLength(32)
    expect(decodeDocument(BSON.serialize({ _id: 1, updatedAt: '2026-11-20' })).updatedAt).toBeNull()
  })
})
