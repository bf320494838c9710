'use client'

import { useEffect } from 'react'
import { referenceOf } from '../../_trpc/query-client.tsx'
import { ErrorState } from '../../_ui/error-state.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Keeps the shell around what broke, so that the way out stays where it was. */
export default function SettingsError({ error, reset }: Props) {
  useEffect(() => reportError(error), [error])
  return <ErrorState title="Settings did not load" reference={referenceOf(error) ?? error.digest} onRetry={reset} />
}
