import { IconHeartFilled, IconPencil, IconPlus, IconThumbUpFilled, IconX, type TablerIcon } from '@tabler/icons-react'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#server/trpc/root.ts'
import type { Tone } from '../../../_ui/tone.ts'

export type Lanes = inferRouterOutputs<AppRouter>['alerts']['lanes']
export type Lane = Lanes['lanes'][number]
export type Mark = Lane['marks'][number]
type Mail = Extract<Mark, { kind: 'mail' }>
type Held = Extract<Mark, { kind: 'held' }>
type Said = Extract<Mark, { kind: 'verdict' }>

const homes = (count: number) => (count === 1 ? '1 home' : `${count} homes`)

const BECAME: Record<Mail['became'], string> = { sent: '', opened: ', opened', clicked: ', a link was followed' }
const WAITS: Record<Held['reason'], string> = {
  cadence: 'for the day it writes',
  quiet: 'for the end of their quiet hours',
  approval: 'for your word',
  firstSend: 'for the first mail',
}
const DROPPED: Record<string, string> = {
  skipped: 'an agent skipped it',
  'not-approved': 'nobody approved it in time',
  'search-off': 'the alert was off by then',
  'nobody-to-tell': 'there was nobody to tell',
}
const SAYS: Record<Said['verdict'], string> = { Favorite: 'Loves', Possible: 'Said maybe to', Discard: 'Said no to' }

function heldInWords({ homes: count, state, reason, because }: Held): string {
  if (state === 'waiting') return `${homes(count)} found, waiting ${WAITS[reason]}`
  return `${homes(count)} found, not told: ${DROPPED[because ?? ''] ?? 'it was dropped'}`
}

/** What a mark stands for: "Mail with 3 homes, opened". */
export function markInWords(mark: Mark): string {
  switch (mark.kind) {
    case 'mail':
      return `Mail with ${homes(mark.homes)}${BECAME[mark.became]}`
    case 'held':
      return heldInWords(mark)
    case 'verdict':
      return `${SAYS[mark.verdict]} ${mark.street}`
    case 'version':
      return mark.version === 1 ? `Set up: ${mark.summary}` : `Changed: ${mark.summary}`
  }
}

type Look = { tone: Tone; icon: TablerIcon | null }
const VERDICTS: Record<Said['verdict'], Look> = {
  Favorite: { tone: 'good', icon: IconHeartFilled },
  Possible: { tone: 'waiting', icon: IconThumbUpFilled },
  Discard: { tone: 'neutral', icon: IconX },
}
const MAILS: Record<Mail['became'], Tone> = { sent: 'neutral', opened: 'waiting', clicked: 'good' }

/** Colour and sign of a mark; mails and what waits are bars without a sign. */
export function lookOf(mark: Mark): Look {
  switch (mark.kind) {
    case 'mail':
      return { tone: MAILS[mark.became], icon: null }
    case 'held':
      return { tone: mark.state === 'waiting' ? 'warning' : 'neutral', icon: null }
    case 'verdict':
      return VERDICTS[mark.verdict]
    case 'version':
      return { tone: 'neutral', icon: mark.version === 1 ? IconPlus : IconPencil }
  }
}

/** Where in the picture a moment stands: 0 at its left edge, 1 at its right. */
export function placeOf(at: Date, { from, to }: Pick<Lanes, 'from' | 'to'>): number {
  const share = (at.getTime() - from.getTime()) / (to.getTime() - from.getTime())
  return Math.min(1, Math.max(0, share))
}

const month = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

/** Four dates under the picture, the last of them today. */
export function ticksOf({ from, to }: Pick<Lanes, 'from' | 'to'>): { place: number; words: string }[] {
  const step = (to.getTime() - from.getTime()) / 3
  return [0, 1, 2].map((index) => ({
    place: index / 3,
    words: month.format(new Date(from.getTime() + index * step)),
  }))
}

/** Everything of all lanes, the latest first, for who would rather read. */
export const listOf = ({ lanes }: Lanes) =>
  lanes
    .flatMap(({ searchId, name, marks }) => marks.map((mark) => ({ searchId, name, mark })))
    .toSorted((a, b) => b.mark.at.getTime() - a.mark.at.getTime())

/** How much there is in a lane, in a few words. */
export function laneInWords({ marks, activeYN, pause }: Lane): string {
  const mails = marks.filter(({ kind }) => kind === 'mail').length
  const words = mails === 0 ? 'no mail' : mails === 1 ? '1 mail' : `${mails} mails`
  if (!activeYN) return `off, ${words}`
  return pause && pause.to > new Date() ? `paused, ${words}` : words
}
