'use client'

import { formatMoney } from '../../../../_ui/format.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useZone } from '../../_components/use-zone.ts'
import type { Difference } from '../_queries.ts'
import classes from './difference-details.module.css'

type Search = Difference['ours'][number]['search']

const NEWS: Record<string, string> = {
  ...{ new: 'new', price: 'cheaper', back: 'back on the market', New: 'new', PriceDrop: 'cheaper' },
  ...{ BackOnMarket: 'back on the market', MovedIntoRange: 'moved into range', StatusChange: 'another status' },
  ...{ OpenHouse: 'open house', MatchesNow: 'first mail' },
}

/** To the second: which of two mails came first is the question here. */
function Moment({ at }: { at: Date }) {
  const zone = useZone()
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' })
  return <time dateTime={at.toISOString()}>{format.format(at)}</time>
}

const SearchLine = ({ search }: { search: Search }) =>
  search ? (
    <p>
      For{' '}
      <TextLink underlined href={`/alerts/${search.id}`}>
        {search.name}
      </TextLink>
      : {search.summary}
    </p>
  ) : (
    <p>For an alert that is not here.</p>
  )

const HOUR_OFF = 30 * 60_000

/** What the old engine has logged. */
export const TheirSide = ({ sent }: { sent: Difference['theirs'] }) => (
  <section className={classes.side} aria-label="The old engine">
    <h4>The old engine</h4>
    {sent.length === 0 && <p>It told them nothing of this home.</p>}
    {sent.map((mail) => (
      <article key={mail.alertId} className={classes.mail}>
        <p>
          <Moment at={mail.at} />
        </p>
        <p>
          {mail.news ? `As ${NEWS[mail.news] ?? mail.news}` : 'Its log does not say as what'}
          {mail.priceCents > 0 && `, at ${formatMoney(mail.priceCents)}`}
          {mail.homesInMail > 1 && `, with ${mail.homesInMail - 1} more`}
        </p>
        {mail.to && <p>To {mail.to}</p>}
        {mail.writtenAt && Math.abs(mail.writtenAt.getTime() - mail.at.getTime()) >= HOUR_OFF && (
          <p>
            Logged, by its id, <Moment at={mail.writtenAt} />
          </p>
        )}
        <SearchLine search={mail.search} />
      </article>
    ))}
  </section>
)

const STATES: Record<string, string> = {
  ...{ queued: 'waits to leave', sending: 'is leaving', sent: 'has left', failed: 'could not be sent' },
  ...{ suppressed: 'was held back', unknown: 'may have left' },
}

/** What Palmetto told, or would have told while its alerts were off. */
export const OurSide = ({ said, isOurs }: { said: Difference['ours']; isOurs: boolean }) => (
  <section className={classes.side} aria-label="Palmetto">
    <h4>Palmetto</h4>
    {said.length === 0 && <p>We told them nothing of this home.</p>}
    {!isOurs && said.length > 0 && <p>Not on this day, but:</p>}
    {said.map((mail) => (
      <article key={`${mail.at.toISOString()} ${mail.searchId}`} className={classes.mail}>
        <p>
          <Moment at={mail.at} />
        </p>
        <p>
          As {NEWS[mail.kind] ?? mail.kind};{' '}
          {mail.state ? `the mail ${STATES[mail.state] ?? mail.state}` : 'worked out: alerts were off'}
        </p>
        <SearchLine search={mail.search} />
      </article>
    ))}
  </section>
)
