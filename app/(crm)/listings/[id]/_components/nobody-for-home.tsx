'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { type HomeDetail, whyForNobody } from '../../_queries.ts'
import { alertLikeThis, whyNobody } from '../_people.words.ts'
import classes from './people-for-home.module.css'

/** Why no alert fits this home, and the next step. */
export function NobodyForHome({ home }: { home: HomeDetail }) {
  // Asked by the browser alone: whether it is asked at all, the server knows only once it has answered who it is for.
  const { data } = useQuery(whyForNobody(useTRPC(), home.id))
  const { because, wishes } = data ? whyNobody(data) : { because: '\u00a0', wishes: [] }
  return (
    <div className={classes.nobody}>
      <p className={classes.none}>No alert fits this home</p>
      <p className={classes.because}>{because}</p>
      {wishes.length > 0 && (
        <ul className={classes.wishes}>
          {wishes.map((wish) => (
            <li key={wish}>{wish}</li>
          ))}
        </ul>
      )}
      <ActionLink href={alertLikeThis(home)}>New alert like this home</ActionLink>
    </div>
  )
}
