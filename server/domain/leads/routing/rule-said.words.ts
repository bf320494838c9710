import {
  DOOR_WORDS,
  LADDER_ACT_WORDS,
  LEAD_TYPE_WORDS,
  METHOD_WORDS,
  WEEKDAY_WORDS,
  WEEKDAYS,
  type Weekday,
} from './routing.words.ts'
import type { Conditions, DefaultRule, Ladder, Method, Pool, Rule } from './rules.schema.ts'

/** What ids and keys are called now: of offices, teams, people, ponds, sources and towns. */
export type Names = Readonly<Record<string, string>>

const HOMES: Record<NonNullable<Conditions['propertySubTypes']>[number], string> = {
  SingleFamilyResidence: 'houses',
  Townhouse: 'townhouses',
  Condominium: 'condos',
  ManufacturedHome: 'manufactured homes',
  Duplex: 'duplexes',
  UnimprovedLand: 'land',
}

export const joined = (words: readonly string[], by: 'and' | 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`

const money = (cents: number) => `$${Math.round(cents / 100).toLocaleString('en-US')}`
const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
/** "mount-pleasant" -> "Mount Pleasant", for what has no name here. */
export const spelled = (key: string) =>
  key.replace(/(^|[-_])([a-z0-9])/g, (_, gap, letter) => `${gap ? ' ' : ''}${letter.toUpperCase()}`)
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function bandSaid({ minCents, maxCents }: NonNullable<Conditions['price']>) {
  if (minCents === undefined) return `up to ${money(maxCents ?? 0)}`
  return maxCents === undefined ? `from ${money(minCents)}` : `from ${money(minCents)} to ${money(maxCents)}`
}

/** A renter's price is a month's rent. */
const priceSaid = ({ price, leadTypes = [] }: Conditions) =>
  price && `${bandSaid(price)}${leadTypes.length > 0 && leadTypes.every((type) => type === 'Renter') ? ' a month' : ''}`

/** "17:30" -> "5:30 PM". */
function clockSaid(clock: string) {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  if (hour % 24 === 0 && minute === 0) return 'midnight'
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''} ${hour % 24 < 12 ? 'AM' : 'PM'}`
}

function daysSaid(days: readonly Weekday[]) {
  const there = WEEKDAYS.filter((day) => days.includes(day)).join(' ')
  if (there === WEEKDAYS.join(' ')) return 'every day'
  if (there === WEEKDAYS.slice(0, 5).join(' ')) return 'on weekdays'
  if (there === 'sat sun') return 'on weekends'
  return `on ${joined(
    WEEKDAYS.filter((day) => days.includes(day)).map((day) => WEEKDAY_WORDS[day]),
    'and',
  )}`
}

const timeSaid = ({ days, from, until }: NonNullable<Conditions['times']>[number]) =>
  from === '00:00' && until === '24:00'
    ? daysSaid(days)
    : `${daysSaid(days)} from ${clockSaid(from)} to ${clockSaid(until)}`

const officeSaid = (name: string) => (/ office$/i.test(name) ? `the ${name}` : `the ${name} office`)

function whatSaid({ leadTypes, propertySubTypes }: Conditions) {
  const homes =
    propertySubTypes &&
    joined(
      propertySubTypes.map((type) => HOMES[type]),
      'or',
    )
  const people =
    leadTypes &&
    joined(
      leadTypes.map((type) => LEAD_TYPE_WORDS[type]),
      'or',
    )
  if (people && homes) return `${people} of ${homes}`
  return people ?? homes ?? 'all leads'
}

/** "Condos up to $600,000 in Mount Pleasant from Zillow, on weekdays". */
export function sayConditions(when: Conditions, names: Names): string {
  const called = (key: string) => names[key] ?? spelled(key)
  const any = (keys: readonly string[]) => joined(keys.map(called), 'or')
  const parts = [
    whatSaid(when),
    priceSaid(when),
    when.citySlugs && `in ${any(when.citySlugs)}`,
    when.postalCodes && `in the zip ${joined(when.postalCodes, 'or')}`,
    when.areas && (when.areas.length === 1 ? 'in a drawn area' : `in one of ${when.areas.length} drawn areas`),
    when.officeIds &&
      `in the town of ${joined(
        when.officeIds.map((id) => officeSaid(names[id] ?? 'lost')),
        'or',
      )}`,
    when.sources && `from ${any(when.sources)}`,
    when.doors &&
      `that came by ${joined(
        when.doors.map((door) => DOOR_WORDS[door]),
        'or',
      )}`,
    when.tags &&
      `tagged ${joined(
        when.tags.map((tag) => `“${tag}”`),
        'or',
      )}`,
  ]
  const times = when.times ? `, ${joined(when.times.map(timeSaid), 'or')}` : ''
  return capital(`${parts.filter(Boolean).join(' ')}${times}`)
}

const SHOWN_AGENTS = 3

function poolSaid({ officeIds, teamIds, agentIds }: Pool, names: Names) {
  const agents = agentIds.slice(0, SHOWN_AGENTS).map((id) => names[id] ?? 'somebody who is gone')
  const more = agentIds.length - agents.length
  return joined(
    [
      ...officeIds.map((id) => (names[id] ? officeSaid(names[id]) : 'an office that is gone')),
      ...teamIds.map((id) => (names[id] ? `the team ${names[id]}` : 'a team that is gone')),
      ...agents,
      ...(more > 0 ? [`${more} more`] : []),
    ],
    'and',
  )
}

export function sayMethod(method: Method, names: Names): string {
  switch (method.kind) {
    case 'named':
      return names[method.agentId] ?? 'somebody who is gone'
    case 'listing-agent':
      return 'the listing agent'
    case 'round-robin':
      return `round robin among ${poolSaid(method.pool, names)}`
    case 'weighted':
      return `by shares among ${poolSaid(method.pool, names)}`
    case 'score':
      return `the best score among ${poolSaid(method.pool, names)}`
    case 'first-to-claim':
      return `the first to claim it among ${poolSaid(method.pool, names)}`
    case 'pond':
      return `into the pond ${names[method.pondId] ?? 'that is gone'}`
    case 'usual':
      return METHOD_WORDS.usual.says
  }
}

/** "then the team lead after 15 minutes, the manager after 30 minutes, in office hours". */
export function sayLadder({ clock, steps }: Ladder, names: Names): string {
  if (steps.length === 0) return ''
  const said = steps.map(({ act, afterMinutes, pondId }) => {
    const what = act === 'pond' ? `the pond ${(pondId && names[pondId]) ?? 'that is gone'}` : LADDER_ACT_WORDS[act]
    return `${what} after ${counted(afterMinutes, 'minute')}`
  })
  return `then ${said.join(', ')}${clock === 'office-hours' ? ', in office hours' : ''}`
}

type HandsOver = Pick<Rule, 'method' | 'handOver' | 'offerMinutes' | 'ladder'>

/** What a rule does with a lead that fits it. */
export function sayHandOver({ method, handOver, offerMinutes, ladder }: HandsOver, names: Names): string {
  const asks = method.kind === 'first-to-claim' || (method.kind !== 'pond' && handOver === 'offer')
  const isEach = 'pool' in method && method.kind !== 'first-to-claim'
  const minutes = `${counted(offerMinutes, 'minute')}${isEach ? ' each' : ' to answer'}`
  const assigned = method.kind === 'pond' ? [] : ['without asking']
  return [sayMethod(method, names), ...(asks ? [minutes, sayLadder(ladder, names)] : assigned)]
    .filter(Boolean)
    .join(', ')
}

/** A rule as people would say it. The default rule has no conditions. */
export const sayRule = (rule: Rule | DefaultRule, names: Names): string =>
  `${'when' in rule ? sayConditions(rule.when, names) : 'Everything else'}: ${sayHandOver(rule, names)}.`
