import { Bone } from '../../../../_ui/bone.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import classes from './listing-detail.module.css'

export const ListingSkeleton = () => (
  <div>
    <Bone height={20} width={96} style={{ marginBottom: 8 }} />
    <Bone height={28} width={320} style={{ marginBottom: 20 }} />
    <Bone className={classes.mosaicPlace} />
    <div className={classes.columns}>
      <ListSkeleton shape="lines" rows={10} label="Loading the home" />
      <Bone height={240} />
    </div>
  </div>
)
