import { Bone } from '../../../_ui/bone.tsx'
import classes from './home-results.module.css'

/** Grey shapes where homes will stand. */
export const CardsSkeleton = ({ count = 6, label = 'Loading homes' }: { count?: number; label?: string }) => (
  <div className={classes.list} role="status" aria-label={label}>
    {Array.from({ length: count }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: shapes have nothing else
      <div key={index}>
        <Bone className={classes.bonePhoto} />
        <div className={classes.boneWords}>
          <Bone height={20} width="40%" />
          <Bone width="60%" />
          <Bone width="75%" />
        </div>
      </div>
    ))}
  </div>
)
