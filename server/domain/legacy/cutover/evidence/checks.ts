import { STREAM_WORDS } from '../../legacy.words.ts'
import { percentOf } from '../parity/parity.words.ts'
import { type Check, type CheckName, LEAST_PERCENT } from './evidence.words.ts'
import { type Facts, SHADOW_DAYS, type StreamFacts } from './facts.store.ts'

const HOUR_MS = 3_600_000
/** Evidence ages: what was proven before is looked at again. */
const SOURCE_HOURS = 24
const PARITY_HOURS = 2
const REHEARSAL_HOURS = 24

type Finding = Omit<Check, 'name'>
const ok = (words: string): Finding => ({ state: 'ok', words })
const missing = (words: string): Finding => ({ state: 'missing', words })
const failed = (words: string): Finding => ({ state: 'failed', words })

const number = (count: number) => count.toLocaleString('en-US')
const many = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`
const nameOf = ({ stream }: StreamFacts) => STREAM_WORDS[stream].many

const isOlder = (at: Date, hours: number, now: Date) => now.getTime() - at.getTime() > hours * HOUR_MS

/** The worst of what is found stream by stream; without streams nothing is proven. */
function eachStream({ streams }: Facts, look: (one: StreamFacts) => Finding): Finding {
  const findings = streams.map(look)
  const worst = findings.find(({ state }) => state === 'failed') ?? findings.find(({ state }) => state === 'missing')
  return worst ?? findings[0] ?? missing('Its records do not come over yet.')
}

const checkSource = (facts: Facts): Finding =>
  eachStream(facts, (one) => {
    if (!one.reconciled) return missing(`${nameOf(one)} were never compared with the old system itself.`)
    const { endedAt, differed, healed } = one.reconciled
    if (isOlder(endedAt, SOURCE_HOURS, facts.now)) {
      return missing(`The last comparison with the old system is more than ${SOURCE_HOURS} hours old.`)
    }
    return differed > healed
      ? failed(`${many(differed - healed, 'document')} of the old system differ from what came over.`)
      : ok(differed === 0 ? 'The old system and its mirror are equal.' : `${many(differed, 'difference')}, all healed.`)
  })

const checkParity = (facts: Facts): Finding =>
  eachStream(facts, (one) => {
    if (!one.isCompared) return missing(`${nameOf(one)} are not compared field by field yet.`)
    if (!one.pass) return missing(`${nameOf(one)} were never compared with the records here.`)
    const { equal, endedAt, onlyHere } = one.pass
    // What was made here has no other side to be equal to: whether it is across is asked for by itself.
    const compared = one.pass.compared - onlyHere
    if (isOlder(endedAt, PARITY_HOURS, facts.now))
      return missing(`The last comparison is more than ${PARITY_HOURS} hours old.`)
    const percent = percentOf(equal, compared)
    const words = `${percent} % of ${number(compared)} are equal`
    return percent < LEAST_PERCENT ? failed(`${words}; ${LEAST_PERCENT} % are asked for.`) : ok(`${words}.`)
  })

const checkQuiet = (facts: Facts, quietHours: number): Finding =>
  eachStream(facts, ({ lastMismatchAt }) =>
    lastMismatchAt && !isOlder(lastMismatchAt, quietHours, facts.now)
      ? failed(`Something was unequal within the last ${many(quietHours, 'hour')}.`)
      : ok(`Nothing was unequal for ${many(quietHours, 'hour')}.`),
  )

const checkQuarantine = (facts: Facts): Finding =>
  eachStream(facts, ({ quarantined }) =>
    quarantined > 0
      ? failed(`${many(quarantined, 'document')} of the old system can not be read yet.`)
      : ok('Each document could be read.'),
  )

function checkGaps({ gaps: { waiting, oldestAt }, now }: Facts): Finding {
  if (waiting === 0) return ok('The old system has every change that was made here.')
  const minutes = oldestAt ? Math.floor((now.getTime() - oldestAt.getTime()) / 60_000) : 0
  const age = minutes > 0 ? `${many(minutes, 'minute')} old` : 'made just now'
  return failed(`${many(waiting, 'change')} made here did not get across yet, the oldest ${age}.`)
}

const checkConflicts = ({ conflicts }: Facts): Finding =>
  conflicts > 0
    ? failed(`${many(conflicts, 'field')} were changed on both sides, and nobody has looked at them.`)
    : ok('Nobody changed the same field on both sides lately.')

function checkShadow({ shadow }: Facts): Finding {
  if (!shadow) return ok('Only alerts are sent by both systems.')
  const unexplained = shadow.reduce((sum, day) => sum + day.unexplained, 0)
  if (unexplained > 0) return failed(`${many(unexplained, 'difference')} between the two engines nobody has explained.`)
  const complete = shadow.filter(({ isComplete }) => isComplete).length
  return complete < SHADOW_DAYS
    ? missing(`${complete} of ${SHADOW_DAYS} full days were compared.`)
    : ok(`${SHADOW_DAYS} days without an unexplained difference.`)
}

function checkRehearsal({ rehearsal, now }: Facts): Finding {
  if (!rehearsal) return missing('Nobody has rehearsed it.')
  if (!rehearsal.passed) return failed('The last rehearsal failed.')
  return isOlder(rehearsal.endedAt, REHEARSAL_HOURS, now)
    ? missing(`The last rehearsal is more than ${REHEARSAL_HOURS} hours old.`)
    : ok('The last rehearsal passed.')
}

/** What nobody writes across would be missed over there. */
const checkKept = (facts: Facts): Finding =>
  eachStream(facts, (one) => {
    if (one.isWrittenAcross) return ok(`${nameOf(one)} are written across.`)
    if (!one.pass) return missing(`${nameOf(one)} were never compared with the records here.`)
    const { onlyHere } = one.pass
    return onlyHere > 0
      ? failed(
          `${many(onlyHere, 'record')} made here would be missed: ${nameOf(one).toLowerCase()} are not written across.`,
        )
      : ok('The old system lacks nothing that was made here.')
  })

const LOOKS = {
  source: checkSource,
  parity: checkParity,
  quiet: checkQuiet,
  quarantine: checkQuarantine,
  gaps: checkGaps,
  conflicts: checkConflicts,
  shadow: checkShadow,
  rehearsal: checkRehearsal,
  kept: checkKept,
} as const satisfies Record<CheckName, (facts: Facts, quietHours: number) => Finding>

/** What these facts prove, and what they do not. */
export const judgeFacts = (facts: Facts, names: readonly CheckName[], quietHours: number): Check[] =>
  names
    .filter((name) => name !== 'shadow' || facts.shadow)
    .filter((name) => name !== 'kept' || facts.streams.some(({ isWrittenAcross }) => !isWrittenAcross))
    .map((name) => ({ name, ...LOOKS[name](facts, quietHours) }))
