import { Button, CloseButton } from '@mantine/core'
import { type Ring, ringInWords } from '../../../../_map/drawing/rings.ts'
import classes from './area-field.module.css'

type Props = {
  rings: readonly Ring[]
  changing: number | null
  onPick: (ring: number) => void
  onRemove: (ring: number) => void
}

/** The drawn areas in words, each to be changed or taken away. */
export function AreaList({ rings, changing, onPick, onRemove }: Props) {
  if (rings.length === 0) return null
  return (
    <ul className={classes.areas} aria-label="Drawn areas">
      {rings.map((ring, index) => (
        // An area has no name of its own; its place in the list is all there is.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} data-active={changing === index || undefined}>
          <span className={classes.name}>Area {index + 1}</span>
          <span className={classes.size} data-figures>
            {ringInWords(ring)}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-pressed={changing === index}
            aria-label={`Change the corners of area ${index + 1}`}
            onClick={() => onPick(index)}
          >
            Change
          </Button>
          <CloseButton aria-label={`Remove area ${index + 1}`} onClick={() => onRemove(index)} />
        </li>
      ))}
    </ul>
  )
}
