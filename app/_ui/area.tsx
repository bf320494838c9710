import classes from './figure.module.css'
import { formatArea } from './format.ts'

/** Square feet; a dash when nobody measured. */
export const Area = ({ sqft }: { sqft: number | null | undefined }) => (
  <span className={classes.figure}>{sqft === null || sqft === undefined ? '—' : formatArea(sqft)}</span>
)
