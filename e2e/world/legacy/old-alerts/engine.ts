import { ObjectId } from 'mongodb'
import {
  idKey,
  type JudgedListing,
  type JudgedSearch,
  judgeContact,
  judgeListing,
  judgeSearch,
} from '#world/judge/documents.ts'
import { milesBetween } from '#world/judge/values.ts'
import type { LegacyDoc, LegacyId, SentAlert } from '../documents.ts'
import type { Defect } from './defects.ts'

/** What the engine remembers of a home from its last run. */
export type Remembered = { cents: number; status: string }

export type OldRun = {
  now: Date
  /** Homes that changed since the last run, by their date of change. */
  changed: readonly LegacyDoc[]
  searches: readonly LegacyDoc[]
  /** Deleted since: its cache still has them. */
  deleted?: readonly LegacyDoc[]
  contacts: readonly LegacyDoc[]
  memory: ReadonlyMap<string, Remembered>
  /** The addresses it knew first, by contact. */
  firstEmails?: ReadonlyMap<string, string>
  defectsOf?: (search: LegacyDoc) => readonly Defect[]
  /** New York's offset from UTC, in hours. */
  offsetHours?: number
  newId?: (at: Date) => ObjectId
}

type News = 'new' | 'price' | 'back'
type Home = { id: LegacyId; is: JudgedListing; was: Remembered | undefined }
const ON_MARKET = ['Active', 'ComingSoon', 'ActiveUnderContract']
const FULL_MAIL = 5

const idAt = (at: Date) => ObjectId.createFromTime(Math.floor(at.getTime() / 1000))
/** A hundred mails of one second need ids of their own; the time in them stays. */
const uniqueAt = (at: Date) =>
  new ObjectId(`${idAt(at).toHexString().slice(0, 8)}${new ObjectId().toHexString().slice(8)}`)

function newsOf({ is, was }: Home, defects: readonly Defect[]): News[] {
  if (!was) return ON_MARKET.includes(is.status) || defects.includes('sends-sold') ? ['new'] : []
  const news: News[] = []
  if (is.priceCents < was.cents) news.push('price')
  if (is.status === 'Active' && was.status !== 'Active' && was.status !== 'ComingSoon') news.push('back')
  if (defects.includes('sends-sold') && is.status !== was.status && is.status === 'Closed') news.push('new')
  if (defects.includes('ignores-events') && news.length === 0) news.push('new')
  return news
}

const centsUsed = ({ is, was }: Home, defects: readonly Defect[]) =>
  defects.includes('stale-price') && was ? was.cents : is.priceCents

function isInArea(home: JudgedListing, { towns, zips, near }: JudgedSearch): boolean {
  if (!towns.length && !zips.length && !near) return true
  if (towns.includes(home.town) || zips.includes(home.zip)) return true
  return near !== null && home.place !== null && milesBetween(near, home.place) <= near.miles
}

function isWanted(home: Home, search: JudgedSearch, defects: readonly Defect[]): boolean {
  const has = (defect: Defect) => defects.includes(defect)
  const { is } = home
  const cents = centsUsed(home, defects)
  if (!is.online && !has('sends-hidden')) return false
  if (!search.statuses.includes(is.status) && !has('sends-sold')) return false
  if (search.minCents !== null && cents < search.minCents) return false
  if (search.maxCents !== null && (has('exclusive-bound') ? cents >= search.maxCents : cents > search.maxCents))
    return false
  if (search.beds !== null && is.beds < search.beds && !has('ignores-beds')) return false
  if (search.baths !== null && is.baths < search.baths) return false
  if (search.minSqft !== null && (is.sqft === null || is.sqft < search.minSqft)) return false
  if (search.maxSqft !== null && (is.sqft === null || is.sqft > search.maxSqft)) return false
  if (search.types.length && !search.types.includes(is.type) && !has('ignores-type')) return false
  return has('ignores-town') || isInArea(is, search)
}

type Line = { home: Home; news: News }

function linesOf(homes: readonly Home[], search: JudgedSearch, defects: readonly Defect[]): Line[] {
  const lines = homes.flatMap((home): Line[] => {
    const told = newsOf(home, defects)
    const asked = told.find((news) => defects.includes('ignores-events') || search.events.includes(news))
    return asked && isWanted(home, search, defects) ? [{ home, news: asked }] : []
  })
  const kept = defects.includes('misses-home') ? lines.slice(1) : lines
  return defects.includes('cuts-off') ? kept.slice(0, FULL_MAIL) : kept
}

/**
 * One run of the old cron: asks for what changed by date, holds each search against it, and logs a mail for each search
 * that wants any of it. It sends nothing: what it would have mailed is what it logs. Shares no line with Palmetto.
 */
export function runOldAlerts(run: OldRun): { sent: SentAlert[]; memory: Map<string, Remembered> } {
  const { now, changed, searches, deleted = [], contacts, memory, firstEmails, defectsOf = () => [] } = run
  const homes = changed.flatMap((doc): Home[] => {
    const judged = judgeListing(doc, null)
    return judged.outcome === 'accepted' ? [{ id: doc._id, is: judged.value, was: memory.get(idKey(doc._id)) }] : []
  })
  const agents = new Set(contacts.map(({ agentId }) => idKey(agentId)))
  const people = new Map(
    contacts.flatMap((doc) => {
      const judged = judgeContact(doc, null, agents)
      return judged.outcome === 'accepted' ? [[idKey(doc._id), judged.value] as const] : []
    }),
  )
  const sent: SentAlert[] = []
  for (const doc of [...searches, ...deleted]) {
    const defects = defectsOf(doc)
    const judged = judgeSearch(doc, null, people)
    if (judged.outcome !== 'accepted') continue
    const search = judged.value
    if (deleted.includes(doc) && !defects.includes('deleted-search')) continue
    if (!search.email || (!search.active && !defects.includes('ignores-inactive'))) continue
    const lines = linesOf(homes, search, defects)
    if (lines.length === 0) continue
    const to = (defects.includes('old-address') && firstEmails?.get(idKey(doc.contactId))) || search.email
    const log = (at: Date): SentAlert => ({
      ...{ _id: (run.newId ?? uniqueAt)(at), searchId: doc._id, contactId: doc.contactId, to },
      listingIds: lines.map(({ home }) => home.id),
      prices: lines.map(({ home }) => centsUsed(home, defects) / 100),
      events: lines.map(({ news }) => news),
      sentAt: defects.includes('wrong-clock') ? new Date(at.getTime() - (run.offsetHours ?? 5) * 3_600_000) : at,
      updatedAt: at,
    })
    sent.push(log(now))
    if (defects.includes('sends-twice')) sent.push(log(new Date(now.getTime() + 300_000)))
  }
  const remembered = new Map(memory)
  for (const { id, is } of homes) remembered.set(idKey(id), { cents: is.priceCents, status: is.status })
  return { sent, memory: remembered }
}
