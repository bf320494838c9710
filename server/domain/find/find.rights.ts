import { aSearch } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** A contact whose name nobody else has, with an alert. */
async function seed({ db, agent, marker }: Book) {
  const fullName = `${marker} ${crypto.randomUUID()}`
  const contact = await aContact(agent, { fullName }, db)
  await aSearch(agent, contact, { bedroomsMin: 3 }, db)
  return { fullName }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'find.anything': { input: ({ fullName }) => ({ q: fullName }), allowed: followsAgent, otherwise: 'hidden' },
  },
})
