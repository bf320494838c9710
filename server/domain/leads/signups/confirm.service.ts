import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { startSearch } from '#server/domain/alerts/searches.service.ts'
import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import { DomainError } from '#server/errors.ts'
import type { SignUp } from '#server/generated/prisma/client.ts'
import { takeIn } from '../taking-in/take-in.service.ts'
import { findSignUp, hashOf } from './signups.service.ts'

const OVER = 'This link was good for two days. Have a new one mailed, and follow that.'

/** What a link would confirm. To open it changes nothing. */
export async function getSignUp({ db, now }: PublicContext, { token }: { token: string }) {
  const { email, fullName, criteria, consentText, confirmedAt, expiresAt } = await findSignUp(db, token)
  const state = confirmedAt ? 'confirmed' : expiresAt <= now() ? 'over' : 'open'
  const summary = summariseCriteria(criteriaSchema.parse(criteria))
  return { email, firstName: fullName.split(' ')[0] ?? fullName, summary, consentText, state } as const
}

/** The person becomes a contact, and gets the search, with their word for it. */
async function setUp(tx: Db, signUp: SignUp, at: Date): Promise<void> {
  const { id, email, fullName, consentText, networkHash } = signUp
  const criteria = criteriaSchema.parse(signUp.criteria)
  await tx.inquiry.create({
    data: {
      ...{ id, requestKey: id, kind: 'SignUp', fullName, email, networkHash, receivedAt: at },
      raw: { email, fullName, consentText, criteria },
      message: summariseCriteria(criteria),
      citySlug: criteria.citySlugs[0] ?? null,
    },
  })
  const { contactId, agentId } = await takeIn(tx, { inquiryId: id, at })
  const consent = { source: 'DoubleOptIn', consentedAt: at, consentText, networkHash, recordId: id } as const
  // "Homes in Mount Pleasant": the rest of the sentence stands beside it wherever the name does.
  const name = (summariseCriteria(criteria).split(', ')[0] ?? 'Homes').slice(0, 120)
  const search = await startSearch(tx, {
    ...{ contactId, ownerId: agentId, reachable: true, name, criteria, rhythm: undefined, consent, at },
  })
  await tx.inquiry.update({ where: { id }, data: { searchId: search.id } })
}

/** Says yes to a sign-up. Said twice, or by two at once, it is said once. */
export async function confirmSignUp({ db, now }: PublicContext, { token }: { token: string }) {
  const at = now()
  const found = await findSignUp(db, token)
  return db.$transaction(async (tx) => {
    const [signUp] = await tx.signUp.updateManyAndReturn({
      where: { tokenHash: hashOf(token), confirmedAt: null, expiresAt: { gt: at } },
      data: { confirmedAt: at },
    })
    if (signUp) await setUp(tx, signUp, at)
    else if (!(await findSignUp(tx, token)).confirmedAt) throw new DomainError('PRECONDITION_FAILED', OVER)
    await ensureAddresses(tx, [found.email])
    const address = await tx.mailAddress.findUniqueOrThrow({ where: { email: found.email } })
    return {
      /** Opens their homes and searches. */
      portalToken: address.token,
      /** They had stopped all mails before; a yes to one search does not start the others. */
      stopped: address.suppressedAt !== null,
    }
  })
}
