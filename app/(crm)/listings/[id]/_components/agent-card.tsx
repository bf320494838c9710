import { IconMail, IconPhone } from '@tabler/icons-react'
import { portraitUrl } from '../../../../_homes/portrait.ts'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { Face } from '../../../../_ui/face.tsx'
import { Section } from '../../../../_ui/section.tsx'
import type { HomeDetail } from '../../_queries.ts'
import classes from './agent-card.module.css'

type Props = { agent: HomeDetail['listAgent']; officeName: string; photoOrigin: string }

/** Who sells it, and how to reach them in one tap. */
export const AgentCard = ({ agent, officeName, photoOrigin }: Props) => (
  <Section title="Listing agent">
    {agent ? (
      <>
        <div className={classes.who}>
          <Face name={agent.fullName} src={portraitUrl(photoOrigin, agent.fullName)} size={44} />
          <div>
            <p className={classes.name}>{agent.fullName}</p>
            <p className={classes.title}>{[agent.title, officeName].filter(Boolean).join(' · ')}</p>
          </div>
        </div>
        <div className={classes.ways}>
          {agent.phone && (
            <ActionAnchor href={`tel:${agent.phone}`} icon={IconPhone}>
              Call
            </ActionAnchor>
          )}
          <ActionAnchor href={`mailto:${agent.email}`} icon={IconMail}>
            Write
          </ActionAnchor>
        </div>
      </>
    ) : (
      <p className={classes.title}>{officeName}. The feed names no agent of ours.</p>
    )}
  </Section>
)
