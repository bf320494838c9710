'use client'

import { RunStrip } from '../../../_ui/run-strip.tsx'
import { Section } from '../../../_ui/section.tsx'
import { drillLabel, toneOfDrill } from '../_drills.words.ts'
import type { Overview } from '../_queries.ts'
import classes from './fire-drills.module.css'

/** Whether alarms arrive, proven once a day: today in words, the last 30 days as a strip. */
export const FireDrills = ({ drills: { words, days } }: Pick<Overview, 'drills'>) => (
  <Section title="Fire drills" aside="Once a day a job fails on purpose">
    <div className={classes.drills}>
      <p className={classes.words}>{words}</p>
      {days.length > 0 && (
        <RunStrip
          label={`The fire drills of the last ${days.length} days`}
          slots={30}
          runs={days.map(({ day, drill }) => ({
            id: day,
            tone: toneOfDrill(drill),
            durationMs: drill?.slowestMs ?? 0,
            label: drillLabel(day, drill),
            ...(drill ? { href: `/operations/runs/${drill.runId}` } : {}),
          }))}
        />
      )}
    </div>
  </Section>
)
