import { IconPhone } from '@tabler/icons-react'
import { portraitUrl } from '../../../../_homes/portrait.ts'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { Face } from '../../../../_ui/face.tsx'
import type { PreferredSearch } from '../_preferences.ts'
import classes from './preferences.module.css'

type Props = { searches: readonly PreferredSearch[]; photoOrigin: string }

/** Who set the searches up, with a number to call. */
export function YourAgents({ searches, photoOrigin }: Props) {
  const agents = [...new Map(searches.map(({ agent }) => [agent.fullName, agent])).values()]
  return agents.map(({ fullName, phone, office }) => (
    <aside key={fullName} className={classes.agent} aria-label={`Your agent ${fullName}`}>
      <Face name={fullName} src={portraitUrl(photoOrigin, fullName)} size={48} />
      <div className={classes.words}>
        <p className={classes.name}>{fullName}</p>
        <p className={classes.summary}>
          {phone ?? 'Your agent'} · {office.name}
        </p>
      </div>
      {phone && (
        <ActionAnchor href={`tel:${phone}`} icon={IconPhone} aria-label={`Call ${fullName}`}>
          Call
        </ActionAnchor>
      )}
    </aside>
  ))
}
