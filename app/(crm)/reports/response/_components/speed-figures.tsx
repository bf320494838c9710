import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import classes from '../../_components/reports.module.css'
import type { Speed } from '../../_queries.ts'
import { shareInWords, waitInWords } from '../../_reports.words.ts'

/** The four numbers of the report. */
export const SpeedFigures = ({ all }: { all: Speed }) => (
  <Section>
    <Facts columns={4}>
      <Fact label="Half within">
        <span className={classes.big}>{waitInWords(all.medianMinutes)}</span>
      </Fact>
      <Fact label="Nine of ten within">
        <span className={classes.big}>{waitInWords(all.p90Minutes)}</span>
      </Fact>
      <Fact label="Within 15 minutes">
        <span className={classes.big}>{shareInWords(all.promptShare)}</span>
      </Fact>
      <Fact label="Leads, and still waiting">
        <span className={classes.big}>
          {formatCount(all.leads)}, {formatCount(all.leads - all.touched)}
        </span>
      </Fact>
    </Facts>
  </Section>
)
