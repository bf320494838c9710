'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { hrefOfRecord } from '../_quality.words.ts'
import { type IssueDetail, issue } from '../_queries.ts'
import classes from './dialogs.module.css'

const versionInWords = (read: number | null, current: number) =>
  read === null ? '—' : read === current ? `version ${read}, the current one` : `version ${read} of ${current}`

type OriginProps = { origin: IssueDetail['origins'][number]; transformVersion: number }

/** Its document in the old system, the rules that read it, and the run that brought it. */
const Origin = ({ origin, transformVersion }: OriginProps) => (
  <div className={classes.origin}>
    <Facts columns={2}>
      <Fact label="Identity there">
        <span className={classes.code}>{origin.sourceId}</span>
      </Fact>
      <Fact label="Changed there">
        <When at={origin.sourceUpdatedAt} format="exact" never="It does not say" />
      </Fact>
      <Fact label="Came over">
        <When at={origin.syncedAt} format="exact" />
      </Fact>
      <Fact label="Brought by">
        {origin.jobRunId ? (
          <TextLink underlined href={`/operations/runs/${origin.jobRunId}`}>
            this run of the sync
          </TextLink>
        ) : (
          'a walk, a comparison, or a run that is kept no more'
        )}
      </Fact>
      <Fact label="Last read">
        <When at={origin.readAt} format="exact" />
      </Fact>
      <Fact label="Read by">{versionInWords(origin.appliedVersion, transformVersion)}</Fact>
      {origin.goneAt && (
        <Fact label="Gone there since">
          <When at={origin.goneAt} format="exact" />
        </Fact>
      )}
      {origin.isQuarantined && (
        <Fact label="Its newest version">
          <TextLink
            underlined
            href={`/operations/legacy?document=${encodeURIComponent(`${origin.stream}/${origin.sourceId}`)}`}
          >
            is in quarantine
          </TextLink>
        </Fact>
      )}
    </Facts>
  </div>
)

const fateOf = ({ undoneAt, refusedAt }: IssueDetail['repairs'][number]) =>
  undoneAt ? ', taken back' : refusedAt ? ', kept: somebody changed it since' : ''

/** What is wrong with one record, since when, who looks after it, and where it came from. */
export function IssueDetails({ issueId }: { issueId: string }) {
  const { data } = useSuspenseQuery(issue(useTRPC(), issueId))
  const href = hrefOfRecord(data.stream, data.recordId)
  return (
    <div className={classes.details}>
      <p className={classes.sample}>{data.sample}</p>
      <Facts columns={2}>
        <Fact label="Record">
          {href ? (
            <TextLink underlined href={href}>
              {data.name ?? data.recordId}
            </TextLink>
          ) : (
            (data.name ?? data.recordId)
          )}
        </Fact>
        <Fact label="Looked after by">{data.assigneeName ?? 'nobody yet'}</Fact>
        <Fact label="First seen">
          <When at={data.firstSeenAt} format="exact" />
          {data.recurrence > 0 && ` (back again, ${data.recurrence + 1} times by now)`}
        </Fact>
        <Fact label="Last seen">
          <When at={data.lastSeenAt} format="exact" />
        </Fact>
      </Facts>
      <section>
        <h3>Where it came from</h3>
        {data.origins.length === 0 ? (
          <p className={classes.words}>It began here: the old system has no document of it.</p>
        ) : (
          data.origins.map((origin) => (
            <Origin
              key={`${origin.stream}/${origin.sourceId}`}
              origin={origin}
              transformVersion={data.transformVersion}
            />
          ))
        )}
      </section>
      {data.repairs.length > 0 && (
        <section>
          <h3>Repairs of it</h3>
          <ul className={classes.history}>
            {data.repairs.map((repair) => (
              <li key={repair.id}>
                <When at={repair.repairedAt} format="exact" /> by {repair.repairedBy ?? 'somebody who is gone'}
                {fateOf(repair)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
