import { formatArea } from '../_ui/format.ts'
import { bathsWord, bedsWord } from './home.words.ts'
import classes from './rooms.module.css'

/** "3 beds · 2.5 baths · 2,140 sq ft"; land has none of them. */
export function Rooms({ beds, baths, sqft }: { beds: number; baths: number; sqft: number | null }) {
  const parts = [
    ...(beds > 0 ? [bedsWord(beds)] : []),
    ...(baths > 0 ? [bathsWord(baths)] : []),
    ...(sqft ? [formatArea(sqft)] : []),
  ]
  return <span className={classes.rooms}>{parts.length > 0 ? parts.join(' · ') : 'Land'}</span>
}
