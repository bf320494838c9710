import type { Db, RootDb } from '#server/db.ts'
import { announce } from '#server/outbox.ts'
import { recordMiss } from '../availability/misses.service.ts'
import { inOne } from '../in-one.ts'
import { climb } from './climb.ts'
import { courseSchema, nextTurn } from './course.ts'
import { offerEnded } from './offers.events.ts'
import { type LockedOffer, lockOffer } from './offers.store.ts'
import { findReach } from './reached.sql.ts'
import { tellAsked } from './tell-asked.ts'
import { endOrWait } from './wait-for-channels.ts'

type Deps = { db: RootDb; now: () => Date }

type Ahead = { at: string }
type Watched = { rung: number; expiresAt: Date; ladder: unknown; taken: number[] }

/** When something is to be done about an offer; null once it is over. */
export async function lookAhead({ db }: { db: Db }, { offerId }: { offerId: string }): Promise<Ahead | null> {
  const [offer] = await db.$queryRaw<Watched[]>`
    /* one plan */ SELECT o.rung, o.expires_at AS "expiresAt", o.ladder,
           ARRAY(SELECT rung FROM lead_ladder_step WHERE offer_id = o.id ORDER BY rung) AS taken
      FROM lead_offer AS o WHERE o.id = ${offerId}::uuid AND o.ended_at IS NULL`
  if (!offer) return null
  const { rung, expiresAt, taken, ladder } = offer
  return { at: nextTurn({ course: courseSchema.parse(ladder), rung, taken, expiresAt }).at.toISOString() }
}

/** Whoever is asked hears of it, on every channel that they have; and when the offer has to be looked at. Told twice, they get it once. */
export async function tellOffer(
  { db }: Pick<Deps, 'db'>,
  { offerId }: { offerId: string },
): Promise<{ told: number; next: Ahead | null }> {
  return inOne(db, async (tx) => {
    const [live] = await tx.$queryRaw<{ handedBackAt: Date | null }[]>`
      SELECT handed_back_at AS "handedBackAt" FROM lead_offer
       WHERE id = ${offerId}::uuid AND ended_at IS NULL FOR UPDATE`
    if (!live) return { told: 0, next: null }
    const { told } = await tellAsked(tx, { offer: { id: offerId, ...live }, time: 0 })
    return { told, next: await lookAhead({ db: tx }, { offerId }) }
  })
}

async function timeOut(tx: Db, offer: LockedOffer, at: Date, isMissed: boolean) {
  await tx.leadOffer.update({ where: { id: offer.id }, data: { state: 'timedOut', endedAt: at } })
  if (isMissed) {
    await tx.leadOfferPerson.updateMany({ where: { offerId: offer.id, passedAt: null }, data: { missedAt: at } })
  }
  // Among many nobody has missed anything: each could think that another one takes it.
  if (isMissed && offer.kind === 'direct') {
    for (const { personId } of offer.people) await recordMiss(tx, { personId, offerId: offer.id, at })
  }
  await announce(tx, offerEnded({ offerId: offer.id }))
  await climb(tx, { offer, at })
}

/** The end of its time, or some more of it where no channel has delivered it in time. */
async function end(tx: Db, offer: LockedOffer, at: Date): Promise<Turned> {
  const [reach = { reachedAt: null, isOnItsWay: false }] = await findReach(tx, [offer.id])
  const ending = endOrWait({ offer, ...reach, at })
  if ('until' in ending) {
    await tx.leadOffer.update({ where: { id: offer.id }, data: { expiresAt: ending.until } })
    return { did: 'waited' }
  }
  await timeOut(tx, offer, at, ending.isMissed)
  return { did: 'timed-out' }
}

export type Turned = { did: 'nothing' | 're-pinged' | 'waited' | 'timed-out' }

/** Does what is due about an offer: asks once more, or ends it and goes up its ladder. Any number may try at once. */
export async function takeTurn({ db, now }: Deps, { offerId }: { offerId: string }): Promise<Turned> {
  const at = now()
  return inOne(db, async (tx) => {
    const offer = await lockOffer(tx, offerId)
    if (!offer || offer.endedAt) return { did: 'nothing' }
    const { rung, expiresAt, course } = offer
    const turn = nextTurn({ course, rung, taken: offer.steps.map((step) => step.rung), expiresAt })
    if (turn.at > at) return { did: 'nothing' }
    if (turn.kind === 'end') return end(tx, offer, at)
    await tx.leadLadderStep.createMany({
      data: [{ offerId, rung: turn.rung, act: 'rePing', takenAt: at }],
      skipDuplicates: true,
    })
    await tellAsked(tx, { offer, time: turn.rung + 1 })
    return { did: 're-pinged' }
  })
}
