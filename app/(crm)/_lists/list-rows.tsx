'use client'

import type { CSSProperties, ReactNode } from 'react'
import classes from './list-rows.module.css'
import { RowCheck } from './row-check.tsx'
import { isPicked } from './selection.ts'
import type { Picking } from './use-selection.ts'

export type Column<Item> = {
  key: string
  label: string
  /** A track of the grid: the rows line up by it. */
  width: string
  cell: (item: Item) => ReactNode
}

type Props<Item> = {
  /** Names the list. */
  label: string
  items: readonly Item[]
  nameOf: (item: Item) => string
  /** The first cell: holds the link that opens the row. */
  lead: (item: Item) => ReactNode
  leadLabel: string
  columns: readonly Column<Item>[]
  /** What one can do at once, at the end of the row. */
  ends: (item: Item) => ReactNode
  endsWidth: string
  picking?: Picking
  /** How the cells stand on a phone, by their `data-column`. */
  className?: string | undefined
}

/** Records as rows: a link each opens it, cells line up by column, checkboxes pick many. */
export function ListRows<Item extends { id: string }>(props: Props<Item>) {
  const { label, items, nameOf, lead, leadLabel, columns, ends, endsWidth, picking, className } = props
  const tracks = ['minmax(0, 4fr)', ...columns.map(({ width }) => width), endsWidth]
  const style: CSSProperties & Record<'--tracks', string> = {
    '--tracks': [...(picking ? ['24px'] : []), ...tracks].join(' '),
  }
  const { selection } = picking ?? {}
  const isSelecting = selection !== undefined && (selection.everything || selection.ids.size > 0)
  return (
    <div className={className} style={style} data-selecting={isSelecting || undefined} data-rows>
      {picking && selection && (
        <div className={classes.head}>
          <RowCheck
            label={`Pick all ${label.toLowerCase()} that are loaded`}
            checked={isSelecting && items.every(({ id }) => isPicked(selection, id))}
            mixed={isSelecting}
            onToggle={picking.toggleAll}
          />
          <span aria-hidden>{leadLabel}</span>
          {columns.map((column) => (
            <span key={column.key} data-column={column.key} aria-hidden>
              {column.label}
            </span>
          ))}
        </div>
      )}
      <ul className={classes.rows} aria-label={label}>
        {items.map((item) => {
          const picked = selection !== undefined && isPicked(selection, item.id)
          return (
            <li key={item.id} className={classes.row} data-row={item.id} data-picked={picked || undefined}>
              {picking && (
                <RowCheck
                  label={`Pick ${nameOf(item)}`}
                  checked={picked}
                  onToggle={(range) => picking.toggle(item.id, range)}
                />
              )}
              <div className={classes.lead}>{lead(item)}</div>
              {columns.map(({ key, cell }) => (
                <div key={key} className={classes.cell} data-column={key}>
                  {cell(item)}
                </div>
              ))}
              <div className={classes.ends} data-column="ends">
                {ends(item)}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
