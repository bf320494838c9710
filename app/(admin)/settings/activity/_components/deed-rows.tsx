'use client'

import Link from 'next/link'
import { deedInWords } from '#server/domain/audit/audit.words.ts'
import { Face } from '../../../../_ui/face.tsx'
import { When } from '../../../../_ui/when.tsx'
import { type ActivityFilters, activityHref } from '../_filters.ts'
import type { DeedRow } from '../_queries.ts'
import classes from './activity.module.css'

type Props = { deeds: readonly DeedRow[]; filters: ActivityFilters }

function Deed({ deed, filters }: { deed: DeedRow; filters: ActivityFilters }) {
  const { actorId, actorName, target, targetId, targetName, occurredAt, requestId } = deed
  const isAboutAnother = target === 'person' && targetId !== actorId && targetId !== filters.personId
  return (
    <li className={classes.deed}>
      <Face name={actorName ?? '?'} />
      <div className={classes.words}>
        <p className={classes.what}>
          <Link
            href={activityHref({ ...filters, actorId })}
            prefetch={false}
            scroll={false}
            title={`Everything ${actorName} did`}
          >
            {actorName ?? 'Somebody unknown'}
          </Link>{' '}
          {deedInWords(deed)}
        </p>
        <p className={classes.about}>
          <When at={occurredAt} />
          {isAboutAnother && targetName && (
            <Link href={activityHref({ ...filters, personId: targetId })} prefetch={false} scroll={false}>
              All about {targetName}
            </Link>
          )}
          {target === 'mail' && <Link href={`/mails/${targetId}`}>The mail</Link>}
          {requestId && <span title={`Request ${requestId}, as in the log`}>Ref {requestId.slice(0, 8)}</span>}
        </p>
      </div>
    </li>
  )
}

/** Deeds, newest first; a name leads to all that was done by it, or to it. */
export const DeedRows = ({ deeds, filters }: Props) => (
  <ol className={classes.deeds} aria-label="Activity">
    {deeds.map((deed) => (
      <Deed key={deed.id} deed={deed} filters={filters} />
    ))}
  </ol>
)
