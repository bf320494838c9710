'use client'

import { useEffect } from 'react'
import { ErrorState } from './_ui/error-state.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** A page that broke while it was drawn. React keeps what a boundary catches to itself, so it is reported here. */
export default function PageError({ error, reset }: Props) {
  useEffect(() => reportError(error), [error])
  return <ErrorState page title="This page broke" reference={error.digest} onRetry={reset} />
}
