'use client'

import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconExternalLink, IconLink } from '@tabler/icons-react'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'

/** The page that clients see: open it, or copy its address into a message. */
export function PublicLinks({ listingKey }: { listingKey: string }) {
  const path = `/homes/${encodeURIComponent(listingKey)}`
  const { copied, copy } = useClipboard()
  return (
    <>
      <IconAction
        bordered
        icon={copied ? IconCheck : IconLink}
        aria-label={copied ? 'Copied' : 'Copy the public link'}
        title="Copy the public link"
        onClick={() => copy(new URL(path, window.location.href).href)}
      />
      <ActionAnchor icon={IconExternalLink} href={path} target="_blank">
        Public page
      </ActionAnchor>
    </>
  )
}
