'use client'

import Link from 'next/link'
import { FEATURE_WORDS, type Feature } from '#server/domain/cutover/cutover.words.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { hrefOf } from '../_feature.ts'
import { lookOf, percentWords } from '../_moves.words.ts'
import type { Move } from '../_queries.ts'
import classes from './feature-list.module.css'
import { Track } from './track.tsx'

const stay = (href: string) => (event: { preventDefault: () => void }) => {
  event.preventDefault()
  window.history.pushState(null, '', href)
}

function Line({ move, isShown }: { move: Move; isShown: boolean }) {
  const { feature, master, parity } = move
  const { tone, label } = lookOf(move)
  const href = hrefOf(feature)
  return (
    <li className={classes.line} data-shown={isShown || undefined}>
      <Link
        href={href}
        className={classes.name}
        aria-current={isShown ? 'true' : undefined}
        prefetch={false}
        scroll={false}
        onNavigate={stay(href)}
      >
        {FEATURE_WORDS[feature]}
      </Link>
      <span className={classes.parity} title="How many records are equal on both sides">
        {parity ? percentWords(parity.percent) : '—'}
      </span>
      <Track master={master} />
      <span className={classes.state}>
        <StatusBadge tone={tone} variant="plain">
          {label}
        </StatusBadge>
      </span>
    </li>
  )
}

type Props = { moves: readonly Move[]; shown: Feature; isPicked: boolean }

/** All features: who is the master, how equal both sides are, how near the next step is. */
export const FeatureList = ({ moves, shown, isPicked }: Props) => (
  <Section title="Features" aside="Master · equal" flush>
    <ul className={classes.list} data-picked={isPicked || undefined}>
      {moves.map((move) => (
        <Line key={move.feature} move={move} isShown={move.feature === shown} />
      ))}
    </ul>
  </Section>
)
