import { MASTER_WORDS, MASTERS, type Master } from '#server/domain/cutover/cutover.words.ts'
import classes from './track.module.css'

/** How far a feature has come on its way: three places, one of them filled. */
export const Track = ({ master, large = false }: { master: Master; large?: boolean }) => (
  <ol className={classes.track} data-large={large || undefined} aria-label={`Master: ${MASTER_WORDS[master].label}`}>
    {MASTERS.map((place) => (
      <li
        key={place}
        className={classes.place}
        data-here={place === master || undefined}
        data-passed={MASTERS.indexOf(place) < MASTERS.indexOf(master) || undefined}
      >
        {MASTER_WORDS[place].label}
      </li>
    ))}
  </ol>
)
