import { IconClockHour4 } from '@tabler/icons-react'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { holdUpInWords, reasonInWords } from '../../_next.words.ts'
import type { AlertItem } from '../../_queries.ts'
import classes from './next-of-alert.module.css'

type Props = { alert: Pick<AlertItem, 'next' | 'cadence'> }

function Words({ alert: { next, cadence } }: Props) {
  if (next.because === 'paused') {
    return (
      <>
        Paused by its person until <When at={next.until} format="exact" />; what happens meanwhile is not told later.
      </>
    )
  }
  if ('at' in next) {
    return (
      <>
        Next mail <When at={next.at} format="exact" />, {reasonInWords(next, cadence)}
      </>
    )
  }
  return (
    <>
      {holdUpInWords(next)}
      {next.because === 'approval' && next.homes > 0 && (
        <>
          {' '}
          <TextLink underlined href="/alerts/approvals">
            Look at them
          </TextLink>
        </>
      )}
    </>
  )
}

/** When the alert writes next, and why then. */
export const NextOfAlert = ({ alert }: Props) => (
  <p className={classes.next}>
    <IconClockHour4 size={16} stroke={1.75} aria-hidden />
    <span>
      <Words alert={alert} />
    </span>
  </p>
)
