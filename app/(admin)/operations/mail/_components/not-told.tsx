import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import type { Deliverability } from '../_queries.ts'

/** What nobody tells us, what we would know if somebody did, and how to be told. */
export const NotTold = ({ provider }: Pick<Deliverability, 'provider'>) => (
  <EmptyState icon={IconMailQuestion} title="Nobody tells us what happens after a mail has left">
    {provider === 'mailgun' ? (
      <>
        Mails leave by Mailgun, and its webhooks have no signing key here. Set <code>MAILGUN_SIGNING_KEY</code> and
        point the webhooks to <code>/api/webhooks/mailgun</code>.
      </>
    ) : (
      <>
        Mails leave by a plain mail server, which says whether it took a mail and no more. With Mailgun (
        <code>MAILGUN_API_KEY</code>, <code>MAILGUN_DOMAIN</code>, <code>MAILGUN_SIGNING_KEY</code>) this page shows
        what was delivered, came back, was reported as spam, opened and clicked; addresses that bounce are blocked by
        themselves, and alerts stop when too many do.
      </>
    )}
  </EmptyState>
)
