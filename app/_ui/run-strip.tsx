'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import classes from './run-strip.module.css'
import tones from './tone.module.css'
import type { Tone } from './tone.ts'

export type RunBar = {
  id: string
  tone: Tone
  durationMs: number
  /** Everything the bar says, in words: "3:15 PM, 12 s, 87 people mailed". */
  label: string
  href?: string
  /** Still going on. */
  running?: boolean
}

type Props = {
  /** Oldest first. */
  runs: RunBar[]
  label: string
  /** Places in the strip; what is missing stands as faint dots at the left. */
  slots?: number
  height?: number
}

/** The house's signature: one bar a run, height = duration, tone = outcome. One tab stop; arrows move, enter opens. */
export function RunStrip({ runs, label, slots = 48, height = 32 }: Props) {
  const router = useRouter()
  const base = useId()
  const [active, setActive] = useState<number | null>(null)
  const shown = runs.slice(-slots)
  const longest = Math.max(1, ...shown.map((run) => run.durationMs))
  const current = active === null ? undefined : shown[active]
  const open = (run: RunBar | undefined) => run?.href && router.push(run.href)

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1
    const from = active ?? last
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key]
    if (event.key === 'Enter') open(current)
    if (to === undefined) return
    event.preventDefault()
    setActive(Math.min(last, Math.max(0, to)))
  }

  return (
    <div className={classes.wrap}>
      <div
        role="listbox"
        aria-label={label}
        aria-orientation="horizontal"
        aria-activedescendant={active === null ? undefined : `${base}-${active}`}
        tabIndex={0}
        className={classes.strip}
        style={{ height, gridTemplateColumns: `repeat(${slots}, minmax(2px, 1fr))` }}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target.matches(':focus-visible') && setActive(shown.length - 1)}
        onBlur={() => setActive(null)}
        onMouseLeave={() => setActive(null)}
      >
        {Array.from({ length: slots - shown.length }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places are all alike
          <span key={index} className={classes.empty} role="presentation" />
        ))}
        {shown.map((run, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the strip is the one tab stop and names its active bar
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the strip opens the active bar
          <span
            key={run.id}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-label={run.label}
            className={`${classes.place} ${tones[run.tone]}`}
            data-tone={run.tone}
            data-running={run.running || undefined}
            onMouseEnter={() => setActive(index)}
            onClick={() => open(run)}
          >
            <span
              className={classes.bar}
              style={{ height: `${12 + 88 * Math.sqrt(Math.max(0, run.durationMs) / longest)}%` }}
            />
          </span>
        ))}
      </div>
      {current && active !== null && (
        <div
          className={classes.label}
          aria-hidden
          style={{ '--at': (slots - shown.length + active + 0.5) / slots } as React.CSSProperties}
        >
          {current.label}
        </div>
      )}
    </div>
  )
}
