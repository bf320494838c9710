'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { FileField } from '../../../../_ui/file-field.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { sourceNames } from '../_queries.ts'
import { BroughtFiles } from './brought-files.tsx'
import { Columns } from './columns.tsx'
import classes from './import.module.css'
import { RowProblems } from './row-problems.tsx'
import { useFile } from './use-file.ts'

const count = new Intl.NumberFormat('en-US')
const rowsOf = (number: number) => `${count.format(number)} ${number === 1 ? 'row' : 'rows'}`

/** A file of leads: chosen, its columns named, looked at, brought; below what was brought before. */
export function ImportPage() {
  const { data: sources } = useSuspenseQuery(sourceNames(useTRPC()))
  const [sourceId, setSourceId] = useState<string | null>(null)
  const file = useFile()
  const { preview } = file
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title="Bring a file of leads"
        description="A CSV file whose first line names the columns. Each row becomes a lead and goes the way of every lead; a row that was here before stays one lead."
      />
      <Section>
        <div className={classes.form}>
          <FileField
            label="File"
            description="A CSV file, up to 3 MB or 10,000 rows."
            accept=".csv,text/csv,text/plain,.tsv"
            onChoose={(chosen) => void file.choose(chosen)}
          />
          {sources.length > 0 && (
            <PlainSelect
              label="Where they come from"
              isLabelShown
              options={[
                { value: '', label: 'No source' },
                ...sources.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={sourceId ?? ''}
              onChange={(id) => setSourceId(id || null)}
            />
          )}
          {file.trouble && (
            <Note title="This file did not come in" tone="bad">
              {file.trouble}
            </Note>
          )}
        </div>
      </Section>
      {preview && (
        <Section
          title="What the columns hold"
          aside={`${rowsOf(preview.good)} of ${count.format(preview.rows)} can be leads`}
          actions={
            <Action primary disabled={file.isBusy || preview.good === 0} onClick={() => file.bring(sourceId)}>
              Bring {rowsOf(preview.good)}
            </Action>
          }
        >
          <div className={classes.looked} aria-busy={file.isBusy}>
            <Columns preview={preview} onChange={file.look} />
            <RowProblems
              title={`${rowsOf(preview.refused)} can be no lead, and ${preview.refused === 1 ? 'is' : 'are'} left out`}
              rows={preview.problems}
            />
            <RowProblems title="Taken without what was not understood" rows={preview.doubts} />
          </div>
        </Section>
      )}
      <BroughtFiles />
    </div>
  )
}
