import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { SourceCursor } from '#server/adapters/mongo/mongo.ts'
import { type ReadPage, readAhead } from './read-ahead.ts'
import { KEPT } from './reading.ts'

const A_DOCUMENT: SourceDocument = {
  ...{ sourceId: 'n:1', idJson: '1', order: new Uint8Array(), updatedAt: null },
  ...{ hash: new Uint8Array(), raw: new Uint8Array(), fields: {} },
}

/** A source of `pages` pages that counts how many it was asked for; from `breaksAt` on it refuses. */
function aSource(pages: number, breaksAt = Number.POSITIVE_INFINITY) {
  const asked = { times: 0 }
  const read = async (cursor: SourceCursor | null): Promise<ReadPage> => {
    asked.times += 1
    const place = cursor ? Number(cursor.idJson) + 1 : 0
    if (place >= breaksAt) throw new Error('it does not answer')
    const next = { updatedAt: new Date(place), idJson: String(place) }
    return { cursor, reading: KEPT, page: { documents: [A_DOCUMENT], next, isLast: place === pages - 1 } }
  }
  return { asked, read }
}

test('while a page is being written only the next one is read, however long that takes', async () => {
  const { asked, read } = aSource(50)
  let taken = 0
  for await (const _page of readAhead(null, read)) {
    taken += 1
    // The database stalls: everything else in the process has had its turn many times.
    for (let round = 0; round < 20; round += 1) await turn()
    expect(asked.times).toBeLessThanOrEqual(taken + 1)
  }
  expect(taken).toBe(50)
})

test('a page that can not be read fails in its turn, after those before it were written', async () => {
  const { read } = aSource(5, 3)
  const taken: (string | undefined)[] = []
  const all = async () => {
    for await (const { page } of readAhead(null, read)) taken.push(page.next?.idJson)
  }
  await expect(all()).rejects.toThrow('it does not answer')
  expect(taken).toEqual(['0', '1', '2'])
})

test('who stops early leaves no reading behind', async () => {
  const { asked, read } = aSource(5, 1)
  for await (const _page of readAhead(null, read)) break
  expect(asked.times).toBe(2)
})
