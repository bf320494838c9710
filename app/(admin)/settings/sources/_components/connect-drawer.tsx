'use client'

import { Button, CopyButton, Drawer } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsOf } from '../../../../_trpc/form-failure.ts'
import { Note } from '../../../../_ui/note.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import shared from '../../_components/settings.module.css'
import type { Source } from '../_queries.ts'
import { formHtml, signedCurl } from '../_sources.words.ts'
import classes from './sources.module.css'
import type { Open } from './sources.tsx'
import { useRefreshSources } from './use-sources.ts'

function Code({ label, children }: { label: string; children: string }) {
  return (
    <>
      <pre className={classes.code}>{children}</pre>
      <div>
        <CopyButton value={children}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? 'Copied' : `Copy ${label}`}
            </Button>
          )}
        </CopyButton>
      </div>
    </>
  )
}

const Step = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.step}>
    <h3>{title}</h3>
    {children}
  </section>
)

type Props = { source: Source; secret: string | null; onSecret: (open: Open) => void; onClose: () => void }

/** The secret, while it can be read; a new one makes the old one run out a day later. */
function Secret({ source, secret, onSecret }: Omit<Props, 'onClose'>) {
  const trpc = useTRPC()
  const refresh = useRefreshSources()
  const change = useMutation(
    trpc.sources.changeSecret.mutationOptions({
      meta: { quiet: true },
      onSuccess: async ({ secret: fresh }) => {
        await refresh()
        onSecret({ what: 'connect', source, secret: fresh })
      },
    }),
  )
  if (secret) {
    return (
      <Step title="Secret">
        <Note title="Copy it now" tone="warning">
          It is shown this once, and stands nowhere where it could be read again.
        </Note>
        <Code label="the secret">{secret}</Code>
      </Step>
    )
  }
  return (
    <Step title="Secret">
      <Problem>{wordsOf(change.error)}</Problem>
      <p className={shared.note}>
        It can not be shown again. A new one takes over at once; the old one is good for 24 hours more, so that nothing
        is lost meanwhile.
        {source.oldSecretUntil && (
          <>
            {' '}
            The last change: the old one runs out <When at={source.oldSecretUntil} />.
          </>
        )}
      </p>
      <div>
        <Button variant="default" loading={change.isPending} onClick={() => change.mutate({ sourceId: source.id })}>
          Make a new secret
        </Button>
      </div>
    </Step>
  )
}

/** What the other side needs to send leads here. */
export function ConnectDrawer({ source, secret, onSecret, onClose }: Props) {
  const { door, address, name } = source
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`Connect ${name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.steps}>
        {address && (
          <Step title="Address">
            <Code label="the address">{address}</Code>
          </Step>
        )}
        {door === 'webhook' && address && (
          <>
            <Secret source={source} secret={secret} onSecret={onSecret} />
            <Step title="Try it from a terminal">
              <p className={shared.note}>
                Asks what would become of a lead, and writes nothing. Without <code>?dryRun=1</code> it is a lead.
              </p>
              <Code label="the command">{signedCurl(address, secret)}</Code>
            </Step>
          </>
        )}
        {door === 'form' && address && (
          <Step title="A form that works">
            <p className={shared.note}>
              A program may send the same names as JSON. Only the sites listed at this source get in.
            </p>
            <Code label="the form">{formHtml(address)}</Code>
          </Step>
        )}
        {door === 'email' && (
          <p className={shared.note}>
            Give this address to the portal as the one that gets its leads. In Mailgun, a route for it forwards to{' '}
            <code>/api/leads/mail/mime</code> of this site. Mails that can not be read wait for you; none is dropped.
          </p>
        )}
        {door === 'csv' && (
          <p className={shared.note}>
            Bring a file <TextLink href="/leads/import">here</TextLink>, and choose this source.
          </p>
        )}
      </div>
    </Drawer>
  )
}
