import { Skeleton } from '@mantine/core'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import classes from './listing-detail.module.css'

export const ListingSkeleton = () => (
  <div>
    <Skeleton height={20} width={96} mb={8} />
    <Skeleton height={28} width={320} mb={20} />
    <Skeleton className={classes.mosaicPlace} radius={12} />
    <div className={classes.columns}>
      <ListSkeleton shape="lines" rows={10} label="Loading the home" />
      <Skeleton height={240} />
    </div>
  </div>
)
