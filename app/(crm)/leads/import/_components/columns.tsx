'use client'

import { FIELD_SAID, type FieldName } from '#server/domain/leads/doors/doors.words.ts'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import type { Preview } from '../_queries.ts'
import classes from './import.module.css'

const NOTHING = 'nothing' as const
const FIELDS = Object.entries(FIELD_SAID).map(([value, label]) => ({ value: value as FieldName, label }))
const OPTIONS = [{ value: NOTHING, label: 'Left alone' }, ...FIELDS]

type Props = { preview: Preview; onChange: (mapping: (FieldName | null)[]) => void }

/** One line a column: what its heading says, what stands in it, and which field of a lead that is. */
export const Columns = ({ preview, onChange }: Props) => (
  <ul className={classes.columns} aria-label="Columns of the file">
    {preview.headings.map((heading, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name, and their order never changes
      <li key={index} className={classes.column}>
        <div className={classes.words}>
          <p className={classes.heading}>{heading || `Column ${index + 1}`}</p>
          <p className={classes.sample}>
            {preview.sample
              .map((row) => row[index])
              .filter(Boolean)
              .slice(0, 3)
              .join(' · ') || 'empty'}
          </p>
        </div>
        <PlainSelect
          label={`What ${heading || `column ${index + 1}`} holds`}
          options={OPTIONS}
          value={preview.mapping[index] ?? NOTHING}
          onChange={(chosen) =>
            onChange(
              preview.mapping.map((field, at) => {
                const wanted = chosen === NOTHING ? null : chosen
                if (at === index) return wanted
                // A field stands in one column.
                return field === wanted ? null : field
              }),
            )
          }
        />
      </li>
    ))}
  </ul>
)
