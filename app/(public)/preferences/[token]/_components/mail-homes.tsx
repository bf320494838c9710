'use client'

import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { ORDER_SAID } from '#server/domain/alerts/mails/home-order.words.ts'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { ToldHome as Home } from '../_preferences.ts'
import { mailHomes } from '../_queries.ts'
import own from './mail-homes.module.css'
import portal from './portal.module.css'
import classes from './preferences.module.css'
import { ToldHome } from './told-home.tsx'
import { useNoteLife } from './use-note-life.ts'

type Props = { token: string; mailId: string }

/** All homes of one mail, in its order, page after page. */
export function MailHomes({ token, mailId }: Props) {
  useNoteLife(token)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = mailHomes(trpc, token, mailId)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(options)
  const show = (listingId: string, verdict: Verdict | null) =>
    queryClient.setQueryData(
      options.queryKey,
      (old) =>
        old && {
          ...old,
          pages: old.pages.map((page) => ({
            ...page,
            homes: page.homes.map((home) => (home.id === listingId ? { ...home, verdict } : home)),
          })),
        },
    )
  const say = useMutation(
    trpc.portal.setVerdict.mutationOptions({
      onMutate: ({ listingId, verdict }) => show(listingId, verdict),
      onError: () => queryClient.invalidateQueries({ queryKey: options.queryKey }),
    }),
  )
  const [first] = data.pages
  const homes: Home[] = data.pages.flatMap((page) => page.homes)
  return (
    <div className={own.page}>
      <h1 className={classes.title}>{`All ${(first?.count ?? 0).toLocaleString('en-US')} homes`}</h1>
      <p className={classes.lead}>
        {first?.sentAt && (
          <>
            From our mail of <When at={first.sentAt} format="exact" />.{' '}
          </>
        )}
        {ORDER_SAID}
      </p>
      <ul className={`${portal.homes} ${own.homes}`}>
        {homes.map((home, index) => (
          <li key={home.id}>
            <ToldHome
              home={home}
              href={`/homes/${encodeURIComponent(home.listingKey)}?t=${token}`}
              eager={index === 0}
              onSay={(verdict) => say.mutate({ token, listingId: home.id, verdict, origin: 'portal' })}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Action wide disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {isFetchingNextPage ? 'Loading more homes…' : 'Show more'}
        </Action>
      )}
      <p className={own.after}>
        <a className={classes.link} href={`/preferences/${token}?show=searches`}>
          Too many? Narrow or slow down your alerts
        </a>
      </p>
    </div>
  )
}
