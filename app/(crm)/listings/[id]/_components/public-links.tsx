'use client'

import { ActionIcon, Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconExternalLink, IconLink } from '@tabler/icons-react'

/** The page that clients see: open it, or copy its address into a message. */
export function PublicLinks({ listingKey }: { listingKey: string }) {
  const path = `/homes/${encodeURIComponent(listingKey)}`
  const { copied, copy } = useClipboard()
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={copied ? 'Copied' : 'Copy the public link'}
        title="Copy the public link"
        onClick={() => copy(new URL(path, window.location.href).href)}
      >
        {copied ? <IconCheck size={18} aria-hidden /> : <IconLink size={18} aria-hidden />}
      </ActionIcon>
      <Button
        component="a"
        href={path}
        target="_blank"
        variant="default"
        rightSection={<IconExternalLink size={16} aria-hidden />}
      >
        Public page
      </Button>
    </>
  )
}
