import type { Context } from '#server/context.ts'
import { nextTick } from '#server/domain/jobs/cron.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { notFound } from '#server/errors.ts'
import { visibleSearches } from '../searches.policy.ts'
import type { CountFirstInput } from './first-send.schema.ts'
import { countFirstHomes } from './first-send.sql.ts'
import { tooManyInWords } from './first-send.words.ts'

/** How many homes a first mail would tell of now, why it would be refused, and when it would leave. */
export async function countFirstSend({ db, actor, now }: Context, { criteria, searchId }: CountFirstInput) {
  const at = now()
  if (searchId !== null) {
    const seen = await db.savedSearch.count({ where: { AND: [visibleSearches(actor), { id: searchId }] } })
    if (seen === 0) throw notFound('This alert')
  }
  const homes = await countFirstHomes(db, criteria, searchId, at)
  const schedule = scheduleOf('send-alerts')
  return { homes, refusal: tooManyInWords(homes), nextRunAt: schedule ? nextTick(schedule, at) : null }
}
