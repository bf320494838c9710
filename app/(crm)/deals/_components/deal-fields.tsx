'use client'

import { DEAL_SIDES, MILESTONE_KINDS, MILESTONE_WORDS, SIDE_WORDS } from '#server/domain/deals/deals.words.ts'
import { Segments } from '../../../_ui/segments.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import type { DealDraft } from '../_deal-form.ts'
import classes from './deal-detail.module.css'
import { PickHome } from './pick-one.tsx'

const SIDES = DEAL_SIDES.map((value) => ({ value, label: SIDE_WORDS[value] }))

type Props = {
  draft: DealDraft
  onChange: (draft: DealDraft) => void
  problems: { price?: string | undefined; commission?: string | undefined }
}

/** The fields of a deal, for a new one and for a change alike. */
export function DealFields({ draft, onChange, problems }: Props) {
  const set = (change: Partial<DealDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <Segments label="Side" options={SIDES} value={draft.side} onChange={(side) => set({ side })} />
      <PickHome value={draft.home} onChange={(home) => set({ home })} />
      {!draft.home && (
        <TextField
          label="Address, if it is no home of ours"
          value={draft.address}
          onChange={(address) => set({ address })}
        />
      )}
      <div className={classes.pair}>
        <TextField
          label="Price in dollars"
          inputMode="decimal"
          value={draft.price}
          problem={problems.price}
          onChange={(price) => set({ price })}
        />
        <TextField
          label="Commission in percent"
          inputMode="decimal"
          value={draft.commission}
          problem={problems.commission}
          onChange={(commission) => set({ commission })}
        />
      </div>
      <TextField
        label="Expected to close"
        type="date"
        value={draft.expectedCloseOn}
        onChange={(expectedCloseOn) => set({ expectedCloseOn })}
      />
      <fieldset className={classes.days}>
        <legend className={classes.heading}>Milestones, by their days</legend>
        <div className={classes.pair}>
          {MILESTONE_KINDS.map((kind) => (
            <TextField
              key={kind}
              label={MILESTONE_WORDS[kind]}
              type="date"
              value={draft.days[kind] ?? ''}
              onChange={(day) => set({ days: { ...draft.days, [kind]: day } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
