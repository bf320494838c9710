'use client'

import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { formatCount } from '../../../../_ui/format.ts'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import type { Finding, SaidDefault, SaidRule } from '../_queries.ts'
import { FindingLines } from './finding-lines.tsx'
import classes from './rule-list.module.css'

type Drag = {
  isDragged: boolean
  onDragStart: (event: DragEvent) => void
  onDragEnd: () => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}
type Props = {
  said: SaidRule | SaidDefault
  /** From 1; null for the last line, which has no number. */
  place: number | null
  places: number
  leads: number
  caught: number
  findings: readonly Finding[]
  edit?: { onEdit: () => void; onMove?: (place: number) => void; onRemove?: () => void; drag?: Drag }
}

const Caught = ({ caught, leads }: { caught: number; leads: number }) => (
  <span className={classes.caught}>
    <span className={classes.count}>
      {formatCount(caught)} of {formatCount(leads)}
    </span>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={classes.bar} aria-hidden="true">
      <rect width="100" height="4" className={classes.room} />
      <rect width={leads === 0 ? 0 : (100 * caught) / leads} height="4" className={classes.part} />
    </svg>
  </span>
)

/** One rule in words. It is moved by its handle, by the arrows beside it, or by Alt with the arrow keys. */
export function RuleRow({ said, place, places, leads, caught, findings, edit }: Props) {
  const { rule, said: words, warnings } = said
  const { drag, onMove } = edit ?? {}
  const reason = 'reason' in rule ? rule.reason : ''
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
    if (!step || place === null || !onMove) return
    event.preventDefault()
    onMove(place + step)
  }
  return (
    <li
      className={classes.rule}
      data-dragged={drag?.isDragged || undefined}
      data-row
      data-edit={edit !== undefined || undefined}
      draggable={drag !== undefined}
      onDragStart={drag?.onDragStart}
      onDragEnd={drag?.onDragEnd}
      onDragOver={drag?.onDragOver}
      onDrop={drag?.onDrop}
      onKeyDown={onKeyDown}
    >
      <span className={classes.place} aria-hidden>
        {drag && (
          <span className={classes.grip}>
            <IconGripVertical size={18} />
          </span>
        )}
        {place ?? '∗'}
      </span>
      <div className={classes.words}>
        {edit ? (
          <button type="button" className={classes.open} data-list-item onClick={edit.onEdit}>
            {rule.name}
          </button>
        ) : (
          <span className={classes.name}>{rule.name}</span>
        )}
        <p className={classes.says}>{words}</p>
        {warnings.length > 0 && (
          <Note tone="warning" title="Fair housing">
            {warnings.map((warning) => (
              <p key={warning} className={classes.warning}>
                {warning}
              </p>
            ))}
            {reason && <p className={classes.warning}>The reason that was given: “{reason}”</p>}
          </Note>
        )}
        <FindingLines findings={findings} />
      </div>
      <Caught caught={caught} leads={leads} />
      {edit && (
        <span className={classes.tools}>
          {onMove && place !== null && (
            <>
              <IconAction
                icon={IconArrowUp}
                aria-label={`Move “${rule.name}” up`}
                disabled={place === 1}
                onClick={() => onMove(place - 1)}
              />
              <IconAction
                icon={IconArrowDown}
                aria-label={`Move “${rule.name}” down`}
                disabled={place === places}
                onClick={() => onMove(place + 1)}
              />
            </>
          )}
          <IconAction icon={IconPencil} aria-label={`Edit “${rule.name}”`} onClick={edit.onEdit} />
          {edit.onRemove && (
            <IconAction icon={IconTrash} aria-label={`Take “${rule.name}” out`} onClick={edit.onRemove} />
          )}
        </span>
      )}
    </li>
  )
}
