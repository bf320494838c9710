'use client'

import { IconCircleCheck } from '@tabler/icons-react'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import table from '../../../../_ui/table.module.css'
import { TextLink } from '../../../../_ui/text-link.tsx'
import tones from '../../../../_ui/tone.module.css'
import unseen from '../../../../_ui/unseen.module.css'
import { When } from '../../../../_ui/when.tsx'
import type { Gap, Waiting as WaitingRecord } from '../writes/_queries.ts'
import { hrefOfRecord, kindOf } from '../writes/_writes.words.ts'
import classes from './writes.module.css'

type Which = { stream: 'contacts' | 'savedSearches' | 'notes' | 'tasks'; targetId: string }
type Props = { gap: Gap; onRetry: (record: Which) => void; isBusy: boolean }

const isWritten = (stream: WaitingRecord['stream']): stream is Which['stream'] =>
  ['contacts', 'savedSearches', 'notes', 'tasks'].includes(stream)

type RowProps = { record: WaitingRecord; measuredAt: Date } & Omit<Props, 'gap'>

function Row({ record, measuredAt, onRetry, isBusy }: RowProps) {
  const { stream, targetId, name, queuedAt, notBefore, attempts, label, detail } = record
  const href = hrefOfRecord(record)
  const called = name ?? 'One that is gone'
  return (
    <tr>
      <th scope="row">
        {href ? <TextLink href={href}>{called}</TextLink> : called}
        <span className={classes.kind}>{kindOf(stream)}</span>
      </th>
      <td>
        {label}
        {attempts > 1 && <span className={classes.soft}> after {attempts} attempts</span>}
        {detail && <span className={classes.detail}>{detail}</span>}
      </td>
      <td className={classes.soft}>
        changed <When at={queuedAt} />
        {attempts > 0 && (
          <span className={classes.kind}>
            {notBefore > measuredAt ? (
              <>
                next <When at={notBefore} />
              </>
            ) : (
              'next within a minute'
            )}
          </span>
        )}
      </td>
      <td>
        {isWritten(stream) && (
          <Action disabled={isBusy} onClick={() => onRetry({ stream, targetId })} aria-label={`Try now: ${called}`}>
            Try now
          </Action>
        )}
      </td>
    </tr>
  )
}

/** The gap log: what is not across yet, since when, and why. */
export function Waiting({ gap, ...orders }: Props) {
  const { waiting, records, reasons, breakerUntil, held } = gap
  const others = waiting - records.length
  return (
    <Section title="Not across yet" aside={waiting > 0 ? formatCount(waiting) : undefined} flush>
      {breakerUntil && (
        <p className={`${classes.notice} ${tones.warning}`} role="status">
          The old database failed several times in a row and is left alone for a moment. It is asked again by itself;
          nothing is lost meanwhile.
        </p>
      )}
      {waiting === 0 ? (
        <EmptyState icon={IconCircleCheck} title="Everything is across">
          {held > 0
            ? `${formatCount(held)} changes are kept until Palmetto may write their feature. They go across with the switch.`
            : 'The old system shows all that was saved here.'}
        </EmptyState>
      ) : (
        <>
          <ul className={classes.reasons} aria-label="Why records wait">
            {reasons.map(({ reason, label, words, count }) => (
              <li key={reason ?? 'none'}>
                <span className={classes.count}>{formatCount(count)}</span>
                <span>
                  <strong>{label}.</strong> <span className={classes.soft}>{words}</span>
                </span>
              </li>
            ))}
          </ul>
          <table className={`${table.table} ${classes.rows}`}>
            <thead>
              <tr>
                <th scope="col">Record</th>
                <th scope="col">Why</th>
                <th scope="col">Since</th>
                <th scope="col">
                  <span className={unseen.unseen}>Try now</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <Row
                  key={`${record.stream}/${record.targetId}`}
                  record={record}
                  measuredAt={gap.measuredAt}
                  {...orders}
                />
              ))}
            </tbody>
          </table>
          {others > 0 && <p className={classes.more}>and {formatCount(others)} more, changed later</p>}
        </>
      )}
    </Section>
  )
}
