import type { PublicHome } from '../_home.ts'
import { listedBy } from '../_share.words.ts'
import classes from './listed-by.module.css'

/** Who lists the home, as the MLS wants it said beside each of them: the firm, the office, how to reach it. */
export function ListedBy({ home, firm }: { home: PublicHome; firm: string }) {
  const { office, listAgent, listingId } = home
  return (
    <div className={classes.listed}>
      <p>
        Listed by {listAgent ? `${listAgent.fullName}, ` : ''}
        <strong>{listedBy(home, firm)}</strong> · MLS# {listingId}
      </p>
      {office && (
        <p>
          {office.postalAddress} · <a href={`tel:${office.phone}`}>{office.phone}</a>
        </p>
      )}
    </div>
  )
}
