'use client'

import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { When } from '../../../../_ui/when.tsx'
import { iconOf, refsOf } from '../../_facts.ts'
import { type Fact, timelinePages } from '../../_queries.ts'
import classes from './timeline.module.css'

const SentMailDialog = dynamic(() => import('./sent-mail-dialog.tsx').then((module) => module.SentMailDialog))

function Words({ fact, onMail }: { fact: Fact; onMail: (mailId: string) => void }) {
  const { mailId, searchId } = refsOf(fact.refs)
  if (mailId) {
    return (
      <Link
        href={`/mails/${mailId}`}
        className={classes.mail}
        onClick={(event) => {
          // With a modifier it opens beside the page, as any link does.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onMail(mailId)
        }}
      >
        {fact.summary}
      </Link>
    )
  }
  if (searchId) {
    return (
      <Link href={`/alerts/${searchId}`} className={classes.link}>
        {fact.summary}
      </Link>
    )
  }
  return fact.summary
}

/** Facts about a contact, newest first. Mails open over the page as they were sent. */
export function Timeline({ contactId }: { contactId: string }) {
  const list = useSuspenseInfiniteQuery(timelinePages(useTRPC(), contactId))
  const [mailId, setMailId] = useState<string | null>(null)
  const facts = list.data.pages.flatMap(({ items }) => items)
  if (facts.length === 0) {
    return <p className={classes.none}>Nothing yet. Mails, alerts and changes of stage will stand here.</p>
  }
  return (
    <>
      <ol className={classes.facts}>
        {facts.map((fact) => {
          const Icon = iconOf(fact.kind)
          return (
            <li key={fact.id} className={classes.fact}>
              <span className={classes.icon}>
                <Icon size={16} stroke={1.75} aria-hidden />
              </span>
              <span className={classes.words}>
                <Words fact={fact} onMail={setMailId} />
              </span>
              <span className={classes.when}>
                <When at={fact.occurredAt} />
              </span>
            </li>
          )
        })}
      </ol>
      {list.hasNextPage && (
        <Action wide disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          Show earlier
        </Action>
      )}
      {mailId && <SentMailDialog mailId={mailId} onClose={() => setMailId(null)} />}
    </>
  )
}
