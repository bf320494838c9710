'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { hrefOf, type Opened } from '../_filters.ts'
import { type Quarantined, quarantined } from '../_queries.ts'
import { CorrectValue } from './correct-value.tsx'
import classes from './quarantined-document.module.css'
import { RawDocument } from './raw-document.tsx'

/** Where the version stands that everybody sees. */
const PAGES: Partial<Record<Opened['stream'], string>> = {
  contacts: '/contacts',
  listings: '/listings',
  savedSearches: '/alerts',
}

const link = (href: string, words: string) => (
  <TextLink underlined href={href} scroll={false}>
    {words}
  </TextLink>
)

function WaitsFor({ waitsFor }: { waitsFor: NonNullable<Quarantined['waitsFor']> }) {
  const { stream, sourceId, isQuarantined } = waitsFor
  const words = `${STREAM_WORDS[stream].one} ${sourceId.slice(2)}`
  return isQuarantined ? (
    <>{link(hrefOf({ opened: { stream, sourceId } }), words)}, which is in quarantine itself</>
  ) : (
    <>{words}, which has not arrived</>
  )
}

function InUse({ stream, inUse }: Pick<Quarantined, 'stream' | 'inUse'>) {
  if (!inUse) return <>Nothing of it has come over.</>
  const page = PAGES[stream]
  return (
    <>
      {page ? link(`${page}/${inUse.targetId}`, 'An earlier version') : 'An earlier version'} is in use, from{' '}
      <When at={inUse.syncedAt} />.
    </>
  )
}

/** Why it is here, what it means for those who use it, and the document as the old system holds it. */
export function QuarantinedDocument({ opened }: { opened: Opened }) {
  const { data } = useSuspenseQuery(quarantined(useTRPC(), opened))
  const { stream, words, label, path, sample, waitsFor, waiting } = data
  return (
    <div className={classes.document}>
      <div>
        <h3 className={classes.label}>{label}</h3>
        <p className={classes.words}>{words}</p>
      </div>
      {sample && !waitsFor && (
        <p className={classes.sample}>
          {path && <span>{path}: </span>}
          {sample}
        </p>
      )}
      {path && !waitsFor && <CorrectValue document={data} path={path} />}
      <Facts columns={2}>
        <Fact label="Identity there">
          <span className={classes.code}>{data.sourceId}</span>
        </Fact>
        <Fact label="Today">
          <InUse stream={stream} inUse={data.inUse} />
        </Fact>
        {waitsFor && (
          <Fact label="Waits for">
            <WaitsFor waitsFor={waitsFor} />
          </Fact>
        )}
        {waiting > 0 && (
          <Fact label="Waiting for it">{`${formatCount(waiting)} other ${waiting === 1 ? 'document' : 'documents'}`}</Fact>
        )}
        <Fact label="First seen">
          <When at={data.firstSeenAt} format="exact" />
        </Fact>
        <Fact label="Last tried">
          <When at={data.lastSeenAt} format="exact" /> ({data.attempts === 1 ? 'once' : `${data.attempts} times`})
        </Fact>
      </Facts>
      <RawDocument document={data.document} bytes={data.bytes} />
    </div>
  )
}
