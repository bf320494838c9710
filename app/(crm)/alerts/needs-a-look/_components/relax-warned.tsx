'use client'

import { IconBulb } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Bone } from '../../../../_ui/bone.tsx'
import { showProblem } from '../../../../_ui/toast.tsx'
import { draftOf } from '../../_draft-of.ts'
import { alertById, type Relaxation } from '../../_queries.ts'
import classes from './needs-a-look.module.css'

const CAP = 101
const homesWord = (homes: number) => `${homes >= CAP ? '100+' : homes} homes`

/** Which one wish less would help, and by how many homes; a tap opens the editor with it applied, to be saved or not. */
export function RelaxWarned({ searchId }: { searchId: string }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const router = useRouter()
  const { data: changes, isPending } = useQuery(trpc.standing.relax.queryOptions({ searchId }, { staleTime: 60_000 }))
  const open = async ({ criteria }: Relaxation) => {
    try {
      const alert = await queryClient.fetchQuery(alertById(trpc, searchId))
      // The editor begins with what was being typed in this tab.
      sessionStorage.setItem(`alert-draft:${searchId}`, JSON.stringify({ ...draftOf(alert), criteria }))
      router.push(`/alerts/${searchId}`)
    } catch {
      showProblem('The alert did not open. Nothing was changed; try it again.')
    }
  }
  if (isPending) return <Bone height={44} />
  if (!changes || changes.length === 0)
    return <p className={classes.soft}>No single wish less would find three homes. Talk about the area or the price.</p>
  return (
    <ul className={classes.changes} aria-label="What would find more">
      {changes.map((change) => (
        <li key={change.words}>
          <IconBulb size={16} aria-hidden />
          <span>
            {change.words} <span className={classes.soft}>{homesWord(change.homes)}</span>
          </span>
          <Action aria-label={`Try it: ${change.words}`} onClick={() => open(change)}>
            Try it
          </Action>
        </li>
      ))}
    </ul>
  )
}
