'use client'

import { useEffect } from 'react'
import { errorCode, referenceOf } from '../../_trpc/query-client.tsx'
import { ErrorState } from '../../_ui/error-state.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Keeps the shell around what broke, so that the way out stays where it was. */
export default function OperationsError({ error, reset }: Props) {
  const isMissing = errorCode(error) === 'NOT_FOUND'
  useEffect(() => {
    if (!isMissing) reportError(error)
  }, [error, isMissing])
  if (isMissing) {
    return (
      <ErrorState title="There is no such run">Runs are kept for 30 days. The address may be mistyped, too.</ErrorState>
    )
  }
  return <ErrorState title="Operations did not load" reference={referenceOf(error) ?? error.digest} onRetry={reset} />
}
