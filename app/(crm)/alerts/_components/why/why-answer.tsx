'use client'

import { IconCheck, IconX } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { whyHome } from '../../_queries.ts'
import { type Check, CRITERION_WORDS, STOPPED_WORDS, sayWhy, type WhySearch } from '../../_why.words.ts'
import classes from './why.module.css'

const Row = ({ check: { criterion, asked, has, holds } }: { check: Check }) => (
  <tr data-fails={!holds || undefined}>
    <th scope="row">
      {holds ? <IconCheck size={14} aria-label="Holds" /> : <IconX size={14} aria-label="Does not hold" />}
      {CRITERION_WORDS[criterion]}
    </th>
    <td>{asked}</td>
    <td>{has}</td>
  </tr>
)

function Told({ why }: { why: WhySearch }) {
  if (why.answer !== 'told' && why.answer !== 'waits' && why.answer !== 'dropped') return null
  const { at, mail, version } = why.told
  return (
    <p className={classes.told}>
      Found <When at={at} />
      {version !== why.version && ` by version ${version} of the alert`}
      {why.answer === 'waits' && why.dueAt && (
        <>
          {' · told '}
          <When at={why.dueAt} format="exact" />
        </>
      )}
      {mail && (
        <>
          {' · '}
          <TextLink underlined href={`/mails/${mail.id}`}>
            Open the mail
          </TextLink>
        </>
      )}
    </p>
  )
}

function Search({ why }: { why: WhySearch }) {
  const { tone, label, says } = sayWhy(why)
  return (
    <li className={classes.search}>
      <div className={classes.head}>
        <Link href={`/alerts/${why.id}`} className={classes.name}>
          {why.name}
        </Link>
        <StatusBadge tone={tone}>{label}</StatusBadge>
      </div>
      <p className={classes.says}>{says}</p>
      <Told why={why} />
      {why.others.map(({ name, email, stopped, why: other }) => {
        const said = sayWhy({ ...other, checks: why.checks })
        return (
          <p key={email} className={classes.other}>
            <span>{name}</span> <StatusBadge tone={said.tone}>{stopped ? 'No mails' : said.label}</StatusBadge>{' '}
            {stopped ? (STOPPED_WORDS[stopped] ?? 'Mails to their address are blocked.') : said.says}
          </p>
        )
      })}
      <table className={classes.checks}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">They ask</th>
            <th scope="col">It has</th>
          </tr>
        </thead>
        <tbody>
          {why.checks.map((check) => (
            <Row key={check.criterion} check={check} />
          ))}
        </tbody>
      </table>
    </li>
  )
}

/** Why a person heard of a home, or why not: each of their alerts held against it, criterion by criterion. */
export function WhyAnswer({ contactId, listingId }: { contactId: string; listingId: string }) {
  const { data } = useSuspenseQuery(whyHome(useTRPC(), contactId, listingId))
  return (
    <>
      {data.stopped && (
        <p className={classes.stopped}>
          <StatusBadge tone="warning">No mails</StatusBadge>
          {STOPPED_WORDS[data.stopped] ?? 'Mails to their address are blocked.'}
        </p>
      )}
      {data.searches.length === 0 ? (
        <p className={classes.says}>
          {data.contact.fullName} has no alert yet.{' '}
          <TextLink underlined href={`/alerts/new?contactId=${contactId}`}>
            Say what they look for
          </TextLink>
          , and they hear of homes like this.
        </p>
      ) : (
        <ul className={classes.searches}>
          {data.searches.map((why) => (
            <Search key={why.id} why={why} />
          ))}
        </ul>
      )}
    </>
  )
}
