import { Bone } from '../../../../_ui/bone.tsx'
import classes from './next-skeleton.module.css'

/** A line to type into, one thing to do, and a button: most contacts have no more. */
export const NextSkeleton = () => (
  <div className={classes.shape} role="status" aria-label="Loading what is next">
    <Bone height={44} />
    <span className={classes.words}>
      <Bone width="70%" />
      <Bone width="45%" height={10} />
    </span>
    <Bone height={36} />
  </div>
)

/** A field, and a note or two under it. */
export const NotesSkeleton = () => (
  <div className={classes.shape} role="status" aria-label="Loading the notes">
    <Bone height={64} />
    <Bone height={60} />
    <Bone height={60} />
  </div>
)
