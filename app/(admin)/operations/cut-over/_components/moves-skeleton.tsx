import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import classes from './cut-over.module.css'

/** The shape of what is coming: the features at the left, one of them at the right. */
export const MovesSkeleton = () => (
  <div className={classes.columns}>
    <ListSkeleton rows={9} label="Loading the features" />
    <ListSkeleton rows={8} shape="lines" label="Loading the feature" />
  </div>
)
