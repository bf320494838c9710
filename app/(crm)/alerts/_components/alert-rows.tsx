'use client'

import { type Column, ListRows } from '../../_lists/list-rows.tsx'
import { RowLink } from '../../_lists/row-link.tsx'
import type { Picking } from '../../_lists/use-selection.ts'
import type { AlertItem } from '../_queries.ts'
import { AlertActions } from './alert-actions.tsx'
import classes from './alert-rows.module.css'

type Props = {
  alerts: readonly AlertItem[]
  columns: readonly Column<AlertItem>[]
  /** In a narrow place the cells stand under the name. */
  compact?: boolean
  picking?: Picking
}

/** Alerts as rows: one link each opens it, the switch and the menu act at once. */
export const AlertRows = ({ alerts, columns, compact = false, picking }: Props) => (
  <ListRows
    label="Alerts"
    className={compact ? classes.compact : classes.list}
    items={alerts}
    nameOf={({ name }) => name}
    leadLabel="Alert"
    lead={({ id, name, summary }) => (
      <RowLink href={`/alerts/${id}`} name={name}>
        {summary}
      </RowLink>
    )}
    columns={columns}
    ends={(alert) => <AlertActions alert={alert} />}
    endsWidth="96px"
    {...(picking ? { picking } : {})}
  />
)
