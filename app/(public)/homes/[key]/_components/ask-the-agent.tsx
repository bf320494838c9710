import { Button } from '@mantine/core'
import { IconBuilding, IconMail, IconPhone } from '@tabler/icons-react'
import { streetLine } from '../../../../_homes/home.words.ts'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { Face } from '../../../../_ui/face.tsx'
import type { PublicHome } from '../_home.ts'
import classes from './ask-the-agent.module.css'

type Props = { home: PublicHome; portrait: string | null; firm: string }

/** A face and a number; the office's where no agent of ours lists it. On the phone it stays at the foot of the screen. */
export function AskTheAgent({ home, portrait, firm }: Props) {
  const { listAgent: agent, office } = home
  const phone = agent?.phone ?? office?.phone
  if (!agent && !office) return null
  const about = `MLS# ${home.listingId}: ${streetLine(home)}, ${home.city}`
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
          <p className={classes.name}>{agent?.fullName ?? `${firm}, ${office?.name}`}</p>
          <p className={classes.title}>{agent ? (agent.title ?? 'Agent') : 'Ask the office'}</p>
          {phone && <p className={classes.phone}>{phone}</p>}
        </div>
      </div>
      <div className={classes.ways}>
        {phone && (
          <ActionAnchor primary href={`tel:${phone}`} icon={IconPhone}>
            Call
          </ActionAnchor>
        )}
        {agent && (
          <Button
            component="a"
            size="md"
            variant="default"
            className={classes.write}
            aria-label="Write"
            href={`mailto:${agent.email}?subject=${encodeURIComponent(about)}`}
            leftSection={<IconMail size={18} aria-hidden />}
          >
            Write
          </Button>
        )}
      </div>
      {agent && office && (
        <address className={classes.office}>
          <strong>
            {firm}, {office.name}
          </strong>
          {office.postalAddress}
          <a href={`tel:${office.phone}`}>{office.phone}</a>
        </address>
      )}
    </aside>
  )
}
