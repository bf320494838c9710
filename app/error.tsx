'use client'

import { ErrorState } from './_ui/error-state.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** A page that broke while it was drawn. */
export default function PageError({ error, reset }: Props) {
  return <ErrorState page title="This page broke" reference={error.digest} onRetry={reset} />
}
