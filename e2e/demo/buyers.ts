import { createTRPCClient, httpLink } from '@trpc/client'
import superjson from 'superjson'
import { SIGN_UP_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Inbox, InboxMessage } from '#world/inbox.ts'
import { firstName, lastName, mailName } from '#world/legacy/names.ts'
import { createRandom } from '#world/random.ts'

type Options = { appUrl: string; inbox: Inbox; seed: number }
type Look = { token: string; listingKey: string; email: string }

const QUESTIONS = [
  'Is the dock deep enough for a sailboat?',
  'How old is the roof, and has it ever flooded?',
  'Would the owners leave the piano?',
  'What are the HOA fees, and may we keep two dogs?',
] as const
const HOME_LINK = /\/homes\/([^?\s]+)\?t=([\w-]+)/g
const YES_LINK = /\/sign-up\/([\w-]{20,})/

const looksIn = (mail: InboxMessage): Look[] =>
  [...mail.text.matchAll(HOME_LINK)].map(([, key = '', token = '']) => ({
    ...{ token, listingKey: decodeURIComponent(key), email: mail.to },
  }))

/** Invented buyers who follow the links of their mails, ask about homes and sign up: by the doors that anybody has. */
export function createBuyers({ appUrl, inbox, seed }: Options) {
  const random = createRandom(seed)
  const door = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${appUrl}/api/trpc`, transformer: superjson })],
  })
  const somebody = () => {
    const [first, last] = [firstName(random), lastName(random)]
    return { fullName: `${first} ${last}`, email: `${mailName(first, last)}@example.test` }
  }

  const ask = ({ listingKey }: Look, { fullName, email }: { fullName: string; email: string }) =>
    door.leads.ask.mutate({
      ...{ requestKey: crypto.randomUUID(), listingKey, fullName, email, openForMs: 40_000 },
      ...(random.chance(0.3)
        ? { kind: 'Showing', message: 'We are in town for a few days, and would love to see it.' }
        : { kind: 'Question', message: random.pick(QUESTIONS) }),
      proposedTimes: [new Date(Math.ceil(Date.now() / 3_600_000 + 24) * 3_600_000)],
      wantsAlerts: random.chance(0.4),
    })
  async function signUp() {
    const criteria = criteriaSchema.parse({ citySlugs: ['mount-pleasant'], bedroomsMin: random.int(2, 4) })
    await door.signups.saveSearch.mutate({
      ...{ ...somebody(), criteria, consentText: SIGN_UP_CONSENT },
    })
  }

  return {
    /** A few of them do something; nothing while no mail has arrived. */
    async move() {
      const mails = await inbox.messages()
      const looks = mails.slice(-200).flatMap(looksIn)
      if (looks.length === 0) return
      for (const look of [random.pick(looks), random.pick(looks)]) {
        await door.portal.visit.mutate({ token: look.token, listingKey: look.listingKey })
        if (random.chance(0.15)) await ask(look, { ...somebody(), email: look.email })
      }
      if (random.chance(0.15)) await ask(random.pick(looks), somebody())
      if (random.chance(0.1)) await signUp()
      const [, token] = YES_LINK.exec(mails.findLast(({ text }) => YES_LINK.test(text))?.text ?? '') ?? []
      if (token) await door.signups.confirm.mutate({ token })
    },
  }
}
