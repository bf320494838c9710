'use client'

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import { type Brought, brought, oneBrought } from '../_queries.ts'
import classes from './import.module.css'
import { RowProblems } from './row-problems.tsx'

const count = new Intl.NumberFormat('en-US')

function inWords({ taken, known, held, refused }: Brought) {
  const parts = [
    `${count.format(taken)} became leads`,
    known > 0 && `${count.format(known)} were here already`,
    held > 0 && `${count.format(held)} are held back`,
    refused > 0 && `${count.format(refused)} are no leads`,
  ]
  return parts.filter(Boolean).join(', ')
}

function Problems({ importId }: { importId: string }) {
  const { data } = useQuery(oneBrought(useTRPC(), importId))
  return data ? <RowProblems title="Rows that are no leads" rows={data.problems} /> : null
}

function BroughtFile({ file }: { file: Brought }) {
  const [open, setOpen] = useState(false)
  const { id, fileName, rowCount, rowsDone, doneAt, createdAt, createdBy, source, refused } = file
  return (
    <li className={classes.file}>
      <div className={classes.words}>
        <p className={classes.heading}>{fileName}</p>
        <p className={classes.sample}>
          {createdBy.fullName}, <When at={createdAt} />
          {source && ` · ${source.name}`}
        </p>
      </div>
      <div className={classes.words}>
        {doneAt ? (
          <p>{inWords(file)}</p>
        ) : (
          <progress
            className={classes.progress}
            max={rowCount}
            value={rowsDone}
            aria-label={`How far ${fileName} is read`}
          />
        )}
        {open && <Problems importId={id} />}
      </div>
      <div className={classes.end}>
        <StatusBadge tone={doneAt ? (refused > 0 ? 'warning' : 'good') : 'waiting'}>
          {doneAt ? 'Done' : `${count.format(rowsDone)} of ${count.format(rowCount)}`}
        </StatusBadge>
        {refused > 0 && !open && <Action onClick={() => setOpen(true)}>Which rows?</Action>}
      </div>
    </li>
  )
}

/** The files that came last, with how far they are read. */
export function BroughtFiles() {
  const { data } = useSuspenseQuery(brought(useTRPC()))
  if (data.length === 0) return null
  return (
    <Section title="Brought before" flush>
      <ul className={classes.files} aria-label="Files that were brought">
        {data.map((file) => (
          <BroughtFile key={file.id} file={file} />
        ))}
      </ul>
    </Section>
  )
}
