import { Bone } from '../../../../_ui/bone.tsx'
import classes from './alert-lanes.module.css'

/** Two lanes' worth of grey: most people have one or two alerts. */
export const LanesSkeleton = () => (
  <div className={classes.lanes} role="status" aria-label="Loading what happened with their alerts">
    {[60, 45].map((width) => (
      <div key={width} className={classes.lane}>
        <span className={classes.name}>
          <Bone width={`${width}%`} />
          <Bone width="30%" height={10} />
        </span>
        <div className={classes.track} />
      </div>
    ))}
  </div>
)
