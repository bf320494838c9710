import type { PublicHome } from '../_home.ts'
import classes from './listed-by.module.css'

/** Who lists the home, as the MLS wants it said beside each of them: the firm, the office, how to reach it. */
export function ListedBy({ home, firm }: { home: PublicHome; firm: string }) {
  const { office, listAgent, listOfficeName, listingId } = home
  // A name that is one of our offices' stands for us; any other is another firm's.
  const isOurs = listAgent !== null || office !== null
  const by = isOurs ? `${firm}${office ? `, ${office.name} office` : ''}` : listOfficeName
  return (
    <div className={classes.listed}>
      <p>
        Listed by {listAgent ? `${listAgent.fullName}, ` : ''}
        <strong>{by}</strong> · MLS# {listingId}
      </p>
      {office && (
        <p>
          {office.postalAddress} · <a href={`tel:${office.phone}`}>{office.phone}</a>
        </p>
      )}
    </div>
  )
}
