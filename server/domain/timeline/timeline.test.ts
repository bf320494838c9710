import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { listTimeline } from './timeline.queries.ts'
import { recordFacts } from './timeline.service.ts'

const someContact = async () => aContact(await anAgent((await anOffice()).id))

describe('the timeline of a contact', () => {
  test('tells a fact once, however often it is recorded', async () => {
    const { id: contactId } = await someContact()
    const fact = (factKey: string) => ({
      contactId,
      kind: 'search.saved',
      summary: 'Alert set up',
      refs: { searchId: factKey },
      occurredAt: new Date(),
      factKey: `${contactId}:${factKey}`,
    })
    expect(await recordFacts(db, [fact('a'), fact('b')])).toBe(2)
    expect(await recordFacts(db, [fact('b'), fact('c'), fact('c')])).toBe(1)
    expect((await listTimeline(db, { contactId })).items).toHaveLength(3)
  })

  test('is read newest first, a page at a time, without losing facts of the same moment', async () => {
    const { id: contactId } = await someContact()
    const occurredAt = new Date()
    await recordFacts(
      db,
      Array.from({ length: 120 }, (_, index) => ({
        contactId,
        kind: 'alert.sent',
        summary: `Alert ${index}`,
        occurredAt: index < 100 ? occurredAt : new Date(occurredAt.getTime() + index),
        factKey: `${contactId}:${index}`,
      })),
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listTimeline(db, { contactId, cursor })
      seen.push(...page.items.map(({ summary }) => summary))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen[0]).toBe('Alert 119')
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
  })
})
