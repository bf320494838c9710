import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import type { Deliverability } from '../_queries.ts'
import classes from './delays.module.css'

type Delay = Deliverability['delay']['lastDay']

const Told = ({ when, delay }: { when: string; delay: Delay }) => (
  <div>
    <h3 className={classes.when}>
      {when}
      {delay && <span className={classes.soft}>{formatCount(delay.mails)} alerts</span>}
    </h3>
    {delay ? (
      <Facts columns={2}>
        <Fact label="Half within">
          <span className={classes.figure}>{spokenDuration(delay.p50Ms)}</span>
        </Fact>
        <Fact label="All but one in twenty within">
          <span className={classes.figure}>{spokenDuration(delay.p95Ms)}</span>
        </Fact>
      </Facts>
    ) : (
      <p className={classes.soft}>No alert has left.</p>
    )}
  </div>
)

/** How long it takes from a change being recorded to the provider taking the mail that tells of it. */
export const Delays = ({ delay }: Pick<Deliverability, 'delay'>) => (
  <Section title="From a change to its mail" aside="Runs are 15 minutes apart">
    <div className={classes.delays}>
      <Told when="Last 24 hours" delay={delay.lastDay} />
      <Told when="Last 7 days" delay={delay.lastWeek} />
    </div>
  </Section>
)
