'use client'

import { useClipboard } from '@mantine/hooks'
import { IconCloudOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Action } from './action.tsx'
import classes from './state.module.css'

type Props = {
  /** What happened. */
  title?: string
  /** Whether anything was lost, and what to do. */
  children?: ReactNode
  /** To read out on the phone: the digest of the error or the id of the request. */
  reference?: string | undefined
  onRetry?: (() => void) | undefined
  action?: ReactNode
  /** It is all there is on the page: its title is the page's. */
  page?: boolean
}

/** What happened, that nothing was lost, what to do, and a reference to copy. */
export function ErrorState({
  title = 'This did not load',
  children = 'Nothing was lost. Try again; if it stays like this, tell your admin and add the reference below.',
  reference,
  onRetry,
  action,
  page = false,
}: Props) {
  const { copied, copy } = useClipboard()
  const Heading = page ? 'h1' : 'p'
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-tone="bad">
        <IconCloudOff size={24} stroke={1.5} aria-hidden />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      <div className={classes.words}>{children}</div>
      <div className={classes.action}>
        {onRetry && (
          <Action primary onClick={onRetry}>
            Try again
          </Action>
        )}
        {action}
      </div>
      {reference && (
        <p className={classes.reference}>
          Reference{' '}
          <button type="button" onClick={() => copy(reference)} title="Copy the reference">
            {copied ? 'copied' : reference}
          </button>
        </p>
      )}
    </div>
  )
}
