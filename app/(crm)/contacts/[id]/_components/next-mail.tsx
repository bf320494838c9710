'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { homesInWords } from '#server/domain/alerts/first-send/first-send.words.ts'
import { streetLine } from '../../../../_homes/address.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { nextMail } from '../../../alerts/_queries.ts'
import { type NextMail as Foretold, KIND_WORDS, STOPPED_WORDS } from '../../../alerts/_why.words.ts'
import classes from './next-mail.module.css'

const Home = ({ of: { home, because } }: { of: Foretold['homes'][number] }) => (
  <li className={classes.home}>
    <span className={classes.photo}>
      <Photo src={home.photoUrl} alt="" sizes="72px" />
    </span>
    <span className={classes.words}>
      <TextLink underlined href={`/listings/${home.id}`}>
        {streetLine(home)}, {home.city}
      </TextLink>
      <span className={classes.because}>
        <Money cents={home.listPriceCents} /> ·{' '}
        {because.map(({ kind, name }) => `${KIND_WORDS[kind]} for “${name}”`).join(', ')}
      </span>
    </span>
  </li>
)

function Due({ at, homes }: Pick<Foretold, 'at' | 'homes'>) {
  if (!at) return <>The alerts are paused, so nobody knows when the next run comes.</>
  const run = <When at={at} format="exact" />
  if (homes.length === 0) return <>Nothing for them so far. The next run is at {run}.</>
  return (
    <>
      {homes.length === 1 ? 'One home' : `${homes.length} homes`} so far, in the run at {run}.
    </>
  )
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** The homes of a first send, and who else gets what these alerts find. */
function Besides({ firstHomes, alsoTo }: Pick<Foretold, 'firstHomes' | 'alsoTo'>) {
  const parts = [
    ...(firstHomes > 0
      ? [`${homesInWords(firstHomes)} of a first send ${firstHomes === 1 ? 'waits' : 'wait'} for it.`]
      : []),
    ...(alsoTo.length > 0
      ? [`${list.format(alsoTo)} ${alsoTo.length === 1 ? 'gets' : 'get'} mails of their own.`]
      : []),
  ]
  return parts.length > 0 && <p className={classes.line}>{parts.join(' ')}</p>
}

/** What the next run would tell this person, before it does. */
export function NextMail({ contactId }: { contactId: string }) {
  const { data } = useSuspenseQuery(nextMail(useTRPC(), contactId))
  if (data.searches === 0) return <p className={classes.line}>No alert of theirs is on, so no mail is due.</p>
  return (
    <>
      <p className={classes.line}>
        {data.stopped ? (STOPPED_WORDS[data.stopped] ?? 'Mails to their address are blocked.') : <Due {...data} />}
      </p>
      <Besides {...data} />
      {data.homes.length > 0 && (
        <ul className={classes.homes}>
          {data.homes.map((one) => (
            <Home key={one.eventId} of={one} />
          ))}
        </ul>
      )}
    </>
  )
}
