import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { type Book, defineRights } from '#server/testing/rights.ts'
import { hashOf, secretOf } from './signups/signups.service.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const criteria = criteriaSchema.parse({ bedroomsMin: 3 })
const wrongToken = 'nobody-was-given-this-one'

/** A sign-up that waits for its yes. */
async function seed({ db, marker }: Book) {
  const [id, at] = [crypto.randomUUID(), new Date()]
  const email = `${marker}-${unique()}@example.test`.toLowerCase()
  await db.signUp.create({
    data: {
      ...{ id, email, fullName: marker, criteria, consentText: marker, tokenHash: hashOf(secretOf(id)) },
      ...{ requestedAt: at, expiresAt: new Date(at.getTime() + 3_600_000) },
    },
  })
  return { email, token: secretOf(id) }
}
type Rows = Awaited<ReturnType<typeof seed>>

const asked = (email: string) => ({ email, fullName: 'Somebody', criteria, consentText: 'Mail me such homes.' })
const byLink = {
  input: ({ token }: Rows) => ({ token }),
  wrong: () => ({ token: wrongToken }),
  wrongIs: 'refused',
} as const

export default defineRights<Rows>({
  seed,
  anybody: {
    // There is no link yet: whoever is named gets one question by mail, and nothing else happens.
    'signups.saveSearch': {
      input: () => asked(`${unique()}@example.test`),
      wrong: ({ email }) => asked(email),
      wrongIs: 'silent',
      mayTouch: ['sign_in_limit', 'sign_up', 'outbox_mail', 'outbox_event'],
    },
    'signups.byLink': byLink,
    'signups.confirm': byLink,
    'signups.askAnew': byLink,
  },
})
