import { LEAD_TYPE_SAID } from '#server/domain/leads/doors/doors.words.ts'
import { KIND_SAID } from '#server/domain/leads/leads.words.ts'
import { timesInWords } from '#server/domain/leads/times.words.ts'
import { EmailWords } from '../../../../_ui/email-words.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { When } from '../../../../_ui/when.tsx'
import { LeadHome } from '../../_components/lead-card.tsx'
import { cameBy } from '../../_leads.words.ts'
import type { WholeLead } from '../../_queries.ts'
import classes from './lead-page.module.css'

/** What somebody wrote, as they wrote it, and by which door it came. */
export function WhatCame({ lead }: { lead: WholeLead }) {
  const { message, home, kind, leadType, receivedAt, proposedTimes, tags, phone, email, raw, isNewPerson } = lead
  const times = timesInWords(proposedTimes)
  return (
    <div className={classes.came}>
      {message ? <blockquote>{message}</blockquote> : <p className={classes.soft}>They left no message.</p>}
      {times.length > 0 && <p className={classes.soft}>Could come {times.join('; ')}</p>}
      {home && <LeadHome home={home} />}
      <Facts columns={3}>
        <Fact label="What">{KIND_SAID[kind]}</Fact>
        {leadType && <Fact label="Who">{LEAD_TYPE_SAID[leadType]}</Fact>}
        <Fact label="Came by">{cameBy(lead)}</Fact>
        <Fact label="When">
          <When at={receivedAt} format="exact" />
        </Fact>
        {phone && <Fact label="Phone">{phone}</Fact>}
        {email && (
          <Fact label="E-mail">
            <EmailWords email={email} />
          </Fact>
        )}
        <Fact label="Known to us">{isNewPerson ? 'No, somebody new' : 'Yes'}</Fact>
        {tags.length > 0 && <Fact label="Tags">{tags.join(', ')}</Fact>}
      </Facts>
      <details className={classes.raw}>
        <summary>As it was sent</summary>
        <pre>{JSON.stringify(raw, null, 2)}</pre>
      </details>
    </div>
  )
}
