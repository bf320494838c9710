import Link from 'next/link'
import { useState } from 'react'
import { When } from '../../../../_ui/when.tsx'
import { type Lanes, listOf, type Mark, markInWords } from '../_lanes.words.ts'
import classes from './alert-lanes.module.css'

type Props = { lanes: Lanes; onWhy: (listingId: string) => void }

function Words({ mark, searchId, onWhy }: { mark: Mark; searchId: string; onWhy: Props['onWhy'] }) {
  const words = markInWords(mark)
  if (mark.kind === 'mail') return <Link href={`/mails/${mark.mailId}`}>{words}</Link>
  if (mark.kind === 'version') return <Link href={`/alerts/${searchId}`}>{words}</Link>
  return (
    <button type="button" onClick={() => onWhy(mark.listingId)}>
      {words}
    </button>
  )
}

/** The same as the picture, to read: everything in order of time, each with the mail or the answer behind it. */
export function LaneList({ lanes, onWhy }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={classes.list} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>As a list</summary>
      {isOpen && (
        <ol>
          {listOf(lanes).map(({ searchId, name, mark }) => (
            <li
              key={`${searchId} ${mark.kind} ${mark.at.toISOString()} ${mark.kind === 'verdict' ? mark.listingId : ''}`}
            >
              <span className={classes.words}>
                <Words mark={mark} searchId={searchId} onWhy={onWhy} />
                <span>{name}</span>
              </span>
              <When at={mark.at} />
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
