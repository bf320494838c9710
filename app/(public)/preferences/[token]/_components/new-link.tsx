'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import classes from './preferences.module.css'

/** Takes a link back that went further than it should have. Asked once more, because this very page closes with it. */
export function NewLink({ token, email }: { token: string; email: string }) {
  const renew = useMutation(useTRPC().portal.renewLink.mutationOptions())
  const [isAsked, setAsked] = useState(false)
  if (renew.isSuccess) {
    return (
      <p className={classes.small} role="status">
        Done. This page opens no more; your new link is on its way to {email}.
      </p>
    )
  }
  return (
    <p className={classes.small}>
      {isAsked ? 'This link stops working, and a new one is mailed to you.' : 'Has somebody else got this link?'}{' '}
      <button
        type="button"
        className={classes.link}
        disabled={renew.isPending}
        onClick={() => (isAsked ? renew.mutate({ token }) : setAsked(true))}
      >
        {isAsked ? 'Yes, mail me a new one' : 'Get a new one'}
      </button>
    </p>
  )
}
