import { IconBuilding } from '@tabler/icons-react'
import { streetLine } from '../../../../_homes/address.words.ts'
import { Face } from '../../../../_ui/face.tsx'
import type { PublicHome } from '../_home.ts'
import { AskButtons } from './ask-buttons.tsx'
import classes from './ask-the-agent.module.css'

type Props = { home: PublicHome; portrait: string | null; firm: string }

/** A face, a number and a form; the house's where no agent of ours lists it. On the phone it stays at the foot of the screen. */
export function AskTheAgent({ home, portrait, firm }: Props) {
  const { listAgent: agent, office } = home
  const phone = agent?.phone ?? office?.phone ?? null
  const house = office ? `${firm}, ${office.name}` : firm
  return (
    <aside className={classes.card} aria-label={agent ? 'The agent' : 'The office'}>
      <div className={classes.who}>
        {agent ? (
          <Face name={agent.fullName} src={portrait} size={56} />
        ) : (
          <span className={classes.house}>
            <IconBuilding size={24} stroke={1.6} aria-hidden />
          </span>
        )}
        <div className={classes.words}>
          <p className={classes.name}>{agent?.fullName ?? house}</p>
          <p className={classes.title}>{agent ? (agent.title ?? 'Agent') : 'Ask the office'}</p>
          {phone && <p className={classes.phone}>{phone}</p>}
        </div>
      </div>
      <AskButtons
        listingKey={home.listingKey}
        home={home.streetAddress ? streetLine(home) : `this home in ${home.city}`}
        agent={agent?.fullName.split(' ')[0] ?? null}
        phone={phone}
      />
      {agent && office && (
        <address className={classes.office}>
          <strong>{house}</strong>
          {office.postalAddress}
          <a href={`tel:${office.phone}`}>{office.phone}</a>
        </address>
      )}
    </aside>
  )
}
