import Link from 'next/link'
import tones from '../../../../_ui/tone.module.css'
import { type Lane, type Lanes, laneInWords, lookOf, type Mark, markInWords, placeOf } from '../_lanes.words.ts'
import classes from './alert-lanes.module.css'

type Props = { lane: Lane; picture: Lanes; onWhy: (listingId: string) => void }

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

function MarkOf({ mark, searchId, picture, onWhy }: { mark: Mark; searchId: string } & Omit<Props, 'lane'>) {
  const { tone, icon: Icon } = lookOf(mark)
  const look = {
    // The list below is for the keyboard and for ears: there are too many marks to walk through.
    tabIndex: -1,
    className: `${classes.mark} ${tones[tone]}`,
    title: `${day.format(mark.at)}: ${markInWords(mark)}`,
    style: { left: `${placeOf(mark.at, picture) * 100}%` },
    'data-kind': mark.kind,
    'data-became': mark.kind === 'mail' ? mark.became : mark.kind === 'held' ? mark.state : undefined,
  }
  const sign = Icon ? <Icon size={13} /> : <i />
  if (mark.kind === 'mail') {
    return (
      <Link href={`/mails/${mark.mailId}`} prefetch={false} {...look}>
        {sign}
      </Link>
    )
  }
  if (mark.kind === 'version') {
    return (
      <Link href={`/alerts/${searchId}`} prefetch={false} {...look}>
        {sign}
      </Link>
    )
  }
  return (
    <button type="button" onClick={() => onWhy(mark.listingId)} {...look}>
      {sign}
    </button>
  )
}

function pausePlace({ pause }: Lane, picture: Lanes) {
  if (!pause) return null
  const [left, right] = [placeOf(pause.from, picture), placeOf(pause.to, picture)]
  return { left: `${left * 100}%`, width: `${(right - left) * 100}%` }
}

/** One alert from left to right: bars for mails and what waits, signs for words and changes, a band for a pause. */
export function AlertLane({ lane, picture, onWhy }: Props) {
  const { searchId, name, marks, activeYN } = lane
  const paused = pausePlace(lane, picture)
  return (
    <div className={classes.lane} data-off={!activeYN || undefined}>
      <span className={classes.name}>
        <Link href={`/alerts/${searchId}`} prefetch={false} tabIndex={-1}>
          {name}
        </Link>
        <span>{laneInWords(lane)}</span>
      </span>
      <div className={classes.track}>
        {paused && <span className={classes.pause} style={paused} title="Paused by its person" />}
        {marks.map((mark) => (
          <MarkOf
            key={`${mark.kind} ${mark.at.toISOString()} ${mark.kind === 'verdict' ? mark.listingId : ''}`}
            {...{ mark, searchId, picture, onWhy }}
          />
        ))}
      </div>
    </div>
  )
}
