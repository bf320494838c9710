'use client'

import { IconMailCheck } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'
import { CADENCE_SAID, dayInWords, SLOWER, slowingInWords } from '#server/domain/alerts/standing/standing.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import type { AskedSearch } from '../_queries.ts'
import classes from './preferences.module.css'
import own from './still-wanted.module.css'
import { useNoteLife } from './use-note-life.ts'

type Answer = 'keep' | Exclude<Cadence, 'Instant'> | 'stop'

/** Every slower rhythm than the one it had. */
function slowerThan(cadence: Cadence): Exclude<Cadence, 'Instant'>[] {
  const next = SLOWER[cadence]
  return next === 'off' || next === 'Instant' ? [] : [next, ...slowerThan(next)]
}

const doneWords = (answer: Answer, cadence: Cadence) => {
  if (answer === 'stop') return 'Done. You get no more mails for it.'
  return `Done. We write ${CADENCE_SAID[answer === 'keep' ? cadence : answer]}.`
}

type Props = { token: string; search: AskedSearch }

/** One search: what would become of it, and one tap for what one wants instead. */
function AskedLine({ token, search }: Props) {
  const { name, summary, cadence, cadenceBefore, atRest, dueAt } = search
  const [answered, setAnswered] = useState<Answer | null>(null)
  const answer = useMutation(
    useTRPC().standing.answer.mutationOptions({
      onMutate: (said) => setAnswered(said.answer),
      onError: () => setAnswered(null),
    }),
  )
  const wanted = cadenceBefore ?? cadence
  const say = (said: Answer) => answer.mutate({ token, searchId: search.id, answer: said })
  return (
    <li className={`${classes.search} ${own.asked}`}>
      <p className={classes.name}>{name}</p>
      <p className={classes.summary}>{summary}</p>
      <div aria-live="polite">
        {answered ? (
          <p className={own.done}>{doneWords(answered, wanted)}</p>
        ) : (
          <>
            <p className={own.what}>
              {atRest || !dueAt
                ? 'It is at rest: nobody seemed to read its mails.'
                : `From ${dayInWords(dueAt)} on it ${slowingInWords(cadence)}.`}
            </p>
            {answer.isError && (
              <p className={own.what} role="alert">
                That did not arrive. Nothing was changed; tap again.
              </p>
            )}
            <div className={own.choices}>
              <Action primary onClick={() => say('keep')}>
                {atRest ? 'Bring it back' : `Keep it: ${CADENCE_SAID[wanted]}`}
              </Action>
              {slowerThan(wanted).map((slower) => (
                <Action key={slower} onClick={() => say(slower)}>
                  {`Write ${CADENCE_SAID[slower]}`}
                </Action>
              ))}
              <Action onClick={() => say('stop')}>Stop these mails</Action>
            </div>
          </>
        )}
      </div>
    </li>
  )
}

/** "Still want these?": each search that is about to slow down, and one tap that keeps it. */
export function StillWanted({ token }: { token: string }) {
  useNoteLife(token)
  const { data } = useSuspenseQuery(
    useTRPC().standing.asked.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  return (
    <div className={own.page}>
      <h1 className={classes.title}>Still want these?</h1>
      <p className={classes.lead}>
        We write to <strong>{data.email}</strong> and do not know whether it is of any use. Tell us with one tap.
      </p>
      {data.searches.length === 0 ? (
        <div className={classes.card}>
          <EmptyState icon={IconMailCheck} title="All is as you want it">
            None of your home alerts is about to change.
          </EmptyState>
        </div>
      ) : (
        <ul className={classes.card} aria-label="Searches to decide on">
          {data.searches.map((search) => (
            <AskedLine key={search.id} token={token} search={search} />
          ))}
        </ul>
      )}
      <p className={own.what}>
        <a className={classes.link} href={`/preferences/${token}?show=searches`}>
          All my homes and alerts
        </a>
      </p>
    </div>
  )
}
