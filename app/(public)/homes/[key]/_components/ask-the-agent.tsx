import { Button } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { Face } from '../../../../_ui/face.tsx'
import type { PublicHome } from '../_home.ts'
import classes from './ask-the-agent.module.css'

type Props = { agent: NonNullable<PublicHome['listAgent']>; portrait: string | null; about: string }

/** A face and a number. On the phone it stays at the foot of the screen. */
export const AskTheAgent = ({ agent, portrait, about }: Props) => (
  <aside className={classes.card} aria-label="The agent">
    <div className={classes.who}>
      <Face name={agent.fullName} src={portrait} size={56} />
      <div className={classes.words}>
        <p className={classes.name}>{agent.fullName}</p>
        <p className={classes.title}>{agent.title ?? 'Agent'}</p>
        {agent.phone && <p className={classes.phone}>{agent.phone}</p>}
      </div>
    </div>
    <div className={classes.ways}>
      {agent.phone && (
        <Button component="a" size="md" href={`tel:${agent.phone}`} leftSection={<IconPhone size={18} aria-hidden />}>
          Call
        </Button>
      )}
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
    </div>
  </aside>
)
