import type { Db, RootDb } from '#server/db.ts'
import type { OfferChannel, OfferPassReason } from '#server/generated/prisma/enums.ts'
import { announce } from '#server/outbox.ts'
import { inOne } from '../in-one.ts'
import { type Claimed, readOutcome } from './claim-outcome.ts'
import { climb } from './climb.ts'
import { giveLead } from './give-lead.ts'
import { offerAnswered, offerEnded } from './offers.events.ts'
import { lockOffer } from './offers.store.ts'
import { HAND_BACK_MS, MORE_TIME_MS, spanInWords } from './offers.words.ts'
import { holdAgain } from './take-back.ts'
import { tellLosers } from './tell-losers.ts'

type Deps = { db: RootDb; now: () => Date }
/** Who answers which offer, and where they did it. */
type Answer = { offerId: string; personId: string; channel: OfferChannel }

/** Whoever holds the offer's row is alone with it: all that happens to an offer takes this lock first. */
const holdLive = (tx: Db, offerId: string) =>
  tx.$queryRaw<unknown[]>`SELECT 1 FROM lead_offer WHERE id = ${offerId}::uuid AND ended_at IS NULL FOR UPDATE`

/**
 * One conditional update decides: of any number of claims at once, on any channel, exactly one finds the offer live. A
 * statement of its own after the lock: whoever passed while it waited would win by what it saw before.
 */
const winOffer = (tx: Db, { offerId, personId, channel }: Answer, at: Date) =>
  tx.$queryRaw<{ inquiryId: string; offeredAt: Date }[]>`
    UPDATE lead_offer SET state = 'accepted', winner_id = ${personId}::uuid, ended_at = ${at}, ended_via = ${channel}::offer_channel
     WHERE id = ${offerId}::uuid AND ended_at IS NULL
       AND EXISTS (SELECT 1 FROM lead_offer_person AS asked JOIN person ON person.id = asked.person_id
                    WHERE asked.offer_id = lead_offer.id AND asked.person_id = ${personId}::uuid
                      AND asked.passed_at IS NULL AND person.removed_at IS NULL)
    RETURNING inquiry_id::text AS "inquiryId", offered_at AS "offeredAt"`

/** Takes a lead that is held out. Claimed twice by the same person it is theirs twice; everybody else hears who has it. */
export async function claimOffer({ db, now }: Deps, answer: Answer): Promise<Claimed> {
  const at = now()
  const { offerId, personId } = answer
  // Of two hundred who press, most come after the one who won: they need no transaction to hear it.
  const before = await readOutcome(db, answer)
  if (before) return before
  await inOne(db, async (tx) => {
    if ((await holdLive(tx, offerId)).length === 0) return
    const [won] = await winOffer(tx, answer, at)
    if (!won) return
    await tx.leadOfferPerson.update({
      where: { offerId_personId: { offerId, personId } },
      data: { wonAt: at, seenAt: at },
    })
    const why = `who took it after ${spanInWords(at.getTime() - won.offeredAt.getTime())}`
    await giveLead(tx, { inquiryId: won.inquiryId, agentId: personId, because: 'claimed', why, at })
    await tellLosers(tx, { offerId, winnerId: personId, at })
    await announce(tx, offerAnswered({ offerId }))
    await announce(tx, offerEnded({ offerId }))
  })
  return (await readOutcome(db, answer)) ?? { outcome: 'unknown' }
}

export type Seen = { live: boolean }

/** Somebody has it on their screen. Seeing it twice changes nothing. */
export async function seeOffer({ db, now }: Deps, { offerId, personId }: Answer): Promise<Seen> {
  const at = now()
  return inOne(db, async (tx) => {
    const live = (await holdLive(tx, offerId)).length > 0
    const { count } = await tx.leadOfferPerson.updateMany({
      where: { offerId, personId, seenAt: null },
      data: { seenAt: at },
    })
    if (count > 0 && live) {
      await tx.leadOffer.updateMany({
        where: { id: offerId, state: 'offered', endedAt: null },
        data: { state: 'seen', seenAt: at },
      })
    }
    return { live }
  })
}

export type Passed = { outcome: 'passed' } | { outcome: 'over' } | { outcome: 'unknown' }

/** Somebody does not take it, and says why. When nobody is left who may, the lead goes on at once. */
export async function passOffer({ db, now }: Deps, answer: Answer & { reason: OfferPassReason }): Promise<Passed> {
  const { offerId, personId, channel, reason } = answer
  const at = now()
  return inOne(db, async (tx) => {
    const offer = await lockOffer(tx, offerId)
    const mine = offer?.people.find((each) => each.personId === personId)
    if (!offer || !mine) return { outcome: 'unknown' }
    if (mine.passedAt) return { outcome: 'passed' }
    if (offer.endedAt) return { outcome: 'over' }
    await tx.leadOfferPerson.update({
      where: { offerId_personId: { offerId, personId } },
      data: { passedAt: at, passReason: reason, seenAt: mine.seenAt ?? at },
    })
    await announce(tx, offerAnswered({ offerId }))
    if (offer.people.every((each) => each.personId === personId || each.passedAt)) {
      await tx.leadOffer.update({ where: { id: offerId }, data: { state: 'passed', endedAt: at, endedVia: channel } })
      await announce(tx, offerEnded({ offerId }))
      await climb(tx, { offer, at })
    }
    return { outcome: 'passed' }
  })
}

export type MoreTime = { outcome: 'granted' | 'had-it'; expiresAt: Date } | { outcome: 'over' } | { outcome: 'unknown' }

/** Ten minutes more, once an offer and only where one person is asked: among many the others would wait for one. */
export async function needTenMinutes({ db, now }: Deps, { offerId, personId }: Answer): Promise<MoreTime> {
  const at = now()
  return inOne(db, async (tx) => {
    const offer = await lockOffer(tx, offerId)
    const mine = offer?.people.find((each) => each.personId === personId)
    if (!offer || !mine || offer.kind !== 'direct') return { outcome: 'unknown' }
    if (offer.endedAt || mine.passedAt) return { outcome: 'over' }
    if (mine.extendedAt) return { outcome: 'had-it', expiresAt: offer.expiresAt }
    const expiresAt = new Date(Math.max(offer.expiresAt.getTime(), at.getTime()) + MORE_TIME_MS)
    await tx.leadOffer.update({
      where: { id: offerId },
      data: { expiresAt, state: 'seen', seenAt: offer.seenAt ?? at },
    })
    await tx.leadOfferPerson.update({
      where: { offerId_personId: { offerId, personId } },
      data: { extendedAt: at, seenAt: mine.seenAt ?? at },
    })
    await announce(tx, offerAnswered({ offerId }))
    return { outcome: 'granted', expiresAt }
  })
}

export type HandedBack = { outcome: 'back'; expiresAt: Date } | { outcome: 'too-late' } | { outcome: 'unknown' }

/** Taken by mistake: within a minute the offer is live again, in its place and with the time that it had left. */
export async function handBack({ db, now }: Deps, { offerId, personId }: Answer): Promise<HandedBack> {
  const at = now()
  return inOne(db, async (tx) => {
    const offer = await lockOffer(tx, offerId)
    if (!offer || offer.winnerId !== personId || !offer.endedAt) return { outcome: 'unknown' }
    if (at.getTime() - offer.endedAt.getTime() > HAND_BACK_MS || offer.handedBackAt) return { outcome: 'too-late' }
    return holdAgain(tx, { offer, endedAt: offer.endedAt, personId, at })
  })
}
