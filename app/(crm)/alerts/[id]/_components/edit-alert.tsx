'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { When } from '../../../../_ui/when.tsx'
import { OpenTwin } from '../../../_twins/open-twin.tsx'
import { AlertActions } from '../../_components/alert-actions.tsx'
import { AlertState } from '../../_components/alert-state.tsx'
import { AlertEditor } from '../../_components/editor/alert-editor.tsx'
import { draftOf } from '../../_draft-of.ts'
import { type AlertDetail, alertById } from '../../_queries.ts'
import { savedInWords } from '../../_saved.words.ts'
import consent from './consent-line.module.css'
import { NextOfAlert } from './next-of-alert.tsx'

// Not needed to edit: it comes after the page stands.
const BeginAgain = dynamic(() => import('./begin-again.tsx').then((part) => part.BeginAgain), { ssr: false })
const Versions = dynamic(() => import('./versions.tsx').then((part) => part.Versions), { ssr: false })

/** Who switched it off themselves is not greeted with a list. */
const canBeginAgain = ({ activeYN, reason, contact }: AlertDetail) =>
  !activeYN && reason !== 'ClientDisabled' && contact.email !== null

type Props = { id: string; mapStyleUrl: string | undefined }

function Loaded({ id, mapStyleUrl }: Props) {
  const { data: alert } = useSuspenseQuery(alertById(useTRPC(), id))
  // The editor begins anew from what was saved; a change that only arrives from elsewhere never touches what is typed.
  const [saves, setSaves] = useState(0)
  const { name, lastMail } = alert
  return (
    <>
      <PageHeader
        title={name}
        trail={<TextLink href="/alerts">Alerts</TextLink>}
        aside={<AlertState alert={alert} />}
        description={
          lastMail ? (
            <>
              Last mail{' '}
              <TextLink href={`/mails/${lastMail.id}`}>
                <When at={lastMail.sentAt} />
              </TextLink>
              {lastMail.subject && `: ${lastMail.subject}`}
            </>
          ) : (
            'No mail yet.'
          )
        }
        actions={
          <>
            <OpenTwin kind="search" id={id} />
            <AlertActions alert={alert} />
          </>
        }
      />
      <NextOfAlert alert={alert} />
      <p className={consent.line}>{alert.consent ?? 'Nobody noted whether they asked for it.'}</p>
      {canBeginAgain(alert) && <BeginAgain alert={alert} onDone={() => setSaves((count) => count + 1)} />}
      <AlertEditor
        key={saves}
        searchId={id}
        draftKey={`alert-draft:${id}`}
        initial={draftOf(alert)}
        mapStyleUrl={mapStyleUrl}
        known={alert.recipients}
        owner={alert.owner?.fullName ?? null}
        onSaved={(_id, firstHomes) => {
          showDone(savedInWords('The change is saved. Mails from now on follow it.', firstHomes))
          setSaves((count) => count + 1)
        }}
      />
      <Versions id={id} onWentBack={() => setSaves((count) => count + 1)} />
    </>
  )
}

/** One alert: its state on top, its criteria to edit below. */
export const EditAlert = (props: Props) => (
  <QueryBoundary loading={<ListSkeleton shape="lines" label="Loading the alert" />} title="The alert did not load" page>
    <Loaded {...props} />
  </QueryBoundary>
)
