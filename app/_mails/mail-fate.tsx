import { Section } from '../_ui/section.tsx'
import { StatusBadge } from '../_ui/status-badge.tsx'
import type { Tone } from '../_ui/tone.ts'
import { When } from '../_ui/when.tsx'
import classes from './mail-fate.module.css'
import type { SentMail } from './sent-mail.ts'

type Event = SentMail['events'][number]

const LOOK: Record<Event['kind'], { tone: Tone; label: string }> = {
  refused: { tone: 'bad', label: 'Refused' },
  delivered: { tone: 'good', label: 'Delivered' },
  bounced: { tone: 'bad', label: 'Came back' },
  delayed: { tone: 'warning', label: 'Not taken yet' },
  complained: { tone: 'bad', label: 'Reported as spam' },
  opened: { tone: 'neutral', label: 'Opened' },
  clicked: { tone: 'neutral', label: 'Clicked' },
  unsubscribed: { tone: 'neutral', label: 'Unsubscribed' },
}

/** What was heard of a mail after it had left; nothing where nobody tells. */
export const MailFate = ({ events }: { events: readonly Event[] }) =>
  events.length > 0 && (
    <Section title="What became of it">
      <ol className={classes.events}>
        {events.map(({ id, kind, detail, occurredAt }) => (
          <li key={id}>
            <StatusBadge tone={LOOK[kind].tone} variant="plain">
              {LOOK[kind].label}
            </StatusBadge>
            <span className={classes.when}>
              <When at={occurredAt} format="exact" />
            </span>
            {detail && <span className={classes.detail}>{detail}</span>}
          </li>
        ))}
      </ol>
    </Section>
  )
