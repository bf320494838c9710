'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { takenBackLead } from '../_queries.ts'
import { DidForm } from './did-form.tsx'
import classes from './taken-back.module.css'

/** A lead that was taken back from whoever reads: what it was, why, and how it is theirs again. */
export function TakenBackPage({ id }: { id: string }) {
  const { data: lead } = useSuspenseQuery(takenBackLead(useTRPC(), id))
  const { headline, lines, startedAt, endedAt, isFree, isYours, inquiryId } = lead
  const word = isYours ? 'Yours again' : isFree ? 'Nobody has it yet' : 'Somebody else has it'
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title={headline}
        aside={<StatusBadge tone={isYours ? 'good' : isFree ? 'waiting' : 'neutral'}>{word}</StatusBadge>}
        description={
          <>
            Yours from <When at={startedAt} format="exact" /> to <When at={endedAt} format="exact" />. No call, mail or
            text stood in Palmetto, so it went on.
          </>
        }
      />
      {lines.length > 0 && (
        <Section title="What was wanted">
          <dl className={classes.lines}>
            {lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {isYours && inquiryId ? (
        <Section title="It is yours">
          <p className={classes.words}>What you did stands on its page.</p>
          <ActionLink primary href={`/leads/${inquiryId}`}>
            Open the lead
          </ActionLink>
        </Section>
      ) : (
        <Section title="I did reach out">
          <DidForm lead={lead} />
        </Section>
      )}
    </div>
  )
}
