'use client'

import { useRouter } from 'next/navigation'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import type { Draft } from '../_draft.ts'
import { savedInWords } from '../_saved.words.ts'
import { AlertEditor } from './editor/alert-editor.tsx'

type Props = { draftKey: string; initial: Draft; mapStyleUrl: string | undefined }

export function NewAlert({ draftKey, initial, mapStyleUrl }: Props) {
  const router = useRouter()
  return (
    <>
      <PageHeader title="New alert" trail={<TextLink href="/alerts">Alerts</TextLink>} />
      <AlertEditor
        searchId={null}
        draftKey={draftKey}
        initial={initial}
        mapStyleUrl={mapStyleUrl}
        onSaved={(id, firstHomes) => {
          showDone(savedInWords('The alert is saved and on watch.', firstHomes))
          router.push(`/alerts/${id}`)
        }}
      />
    </>
  )
}
