'use client'

import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode, Suspense } from 'react'
import { Action } from '../_ui/action.tsx'
import { ErrorState } from '../_ui/error-state.tsx'
import { errorCode, referenceOf } from './query-client.tsx'

type CatchProps = { children: ReactNode; onReset: () => void; fallback: (error: Error, retry: () => void) => ReactNode }

class Catch extends Component<CatchProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    const { children, fallback, onReset } = this.props
    if (!error) return children
    return fallback(error, () => {
      onReset()
      this.setState({ error: null })
    })
  }
}

type Props = {
  /** The shape of what is coming. */
  loading: ReactNode
  /** What did not load, e.g. "The homes did not load". */
  title?: string
  /** Instead of the usual error: `null` where another part of the page already says it. */
  failed?: ReactNode
  /** It holds all of the page, its heading too. */
  page?: boolean
  children: ReactNode
}

/** What asking again would not change. */
function goneWords(error: Error) {
  const code = errorCode(error)
  if (code === 'NOT_FOUND' || code === 'FORBIDDEN') return error.message
  return code === 'BAD_REQUEST' ? 'There is nothing at this address' : null
}

/** A tab that was opened on this very page has nothing behind it. */
function goBack() {
  if (window.history.length > 1) window.history.back()
  else window.location.assign('/')
}

/** Around components that read with `useSuspenseQuery`: the skeleton while it loads, words and a way out when it fails. */
export const QueryBoundary = ({ loading, title, failed, page = false, children }: Props) => (
  <QueryErrorResetBoundary>
    {({ reset }) => (
      <Catch
        onReset={reset}
        fallback={(error, retry) => {
          if (failed !== undefined) return failed
          const gone = goneWords(error)
          if (gone)
            return (
              <ErrorState page={page} title={gone} action={page && <Action onClick={goBack}>Go back</Action>}>
                It was removed, or it belongs to a colleague. Go back, or look for it by its name.
              </ErrorState>
            )
          return <ErrorState page={page} {...(title ? { title } : {})} reference={referenceOf(error)} onRetry={retry} />
        }}
      >
        <Suspense fallback={loading}>{children}</Suspense>
      </Catch>
    )}
  </QueryErrorResetBoundary>
)
