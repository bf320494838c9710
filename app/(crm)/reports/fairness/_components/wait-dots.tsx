import type { AreaKind } from '#server/domain/leads/fairness/fairness.words.ts'
import { Section } from '../../../../_ui/section.tsx'
import tones from '../../../../_ui/tone.module.css'
import type { AreaService, EqualService } from '../../_queries.ts'
import { shareInWords } from '../../_reports.words.ts'
import { areaName, verdictTone } from '../_fairness.words.ts'
import classes from './wait-dots.module.css'

const MOST = 12

type Props = { areas: readonly AreaService[]; all: NonNullable<EqualService['all']>; kind: AreaKind }

/** The share that was turned to within 15 minutes: a dot an area, a line for all. The table below says the same. */
export function WaitDots({ areas, all, kind }: Props) {
  const shown = areas.slice(0, MOST)
  return (
    <Section
      title="Turned to within 15 minutes"
      aside={`All areas: ${shareInWords(all.promptShare)}${areas.length > MOST ? `; the ${MOST} with most leads` : ''}`}
    >
      <ul className={classes.lines}>
        {shown.map(({ area, figures, verdict }) => {
          const tone = verdict.kind === 'differs' ? verdictTone(verdict).tone : 'neutral'
          return (
            <li key={area} className={`${classes.line} ${tones[tone]}`}>
              <span className={classes.area}>{areaName(area, kind)}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={classes.track} aria-hidden="true">
                <line x1="0" x2="100" y1="5" y2="5" className={classes.rule} />
                <line x1={all.promptShare * 100} x2={all.promptShare * 100} y1="0" y2="10" className={classes.all} />
                <line
                  x1={all.promptShare * 100}
                  x2={figures.promptShare * 100}
                  y1="5"
                  y2="5"
                  className={classes.distance}
                />
                <line
                  x1={figures.promptShare * 100}
                  x2={figures.promptShare * 100}
                  y1="5"
                  y2="5"
                  className={classes.dot}
                />
              </svg>
              <span className={classes.share}>{shareInWords(figures.promptShare)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
