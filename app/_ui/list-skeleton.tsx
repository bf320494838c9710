import { Skeleton } from '@mantine/core'
import classes from './list-skeleton.module.css'

type Props = {
  rows?: number
  /** `rows` for tables, `cards` for photo grids, `lines` for text. */
  shape?: 'rows' | 'cards' | 'lines'
  /** What is coming, for screen readers. */
  label?: string
}

const indexes = (length: number) => Array.from({ length }, (_, index) => index)

/** Grey shapes of what is coming. */
export function ListSkeleton({ rows = 8, shape = 'rows', label = 'Loading' }: Props) {
  return (
    <div className={classes[shape]} role="status" aria-label={label}>
      {indexes(rows).map((index) =>
        shape === 'cards' ? (
          <div key={index} className={classes.card}>
            <Skeleton className={classes.photo} radius={0} />
            <Skeleton height={20} width="40%" mt={12} ml={12} />
            <Skeleton height={12} width="60%" mt={8} ml={12} />
            <Skeleton height={12} width="70%" mt={8} ml={12} mb={16} />
          </div>
        ) : shape === 'rows' ? (
          <div key={index} className={classes.row}>
            <Skeleton circle height={24} />
            <Skeleton height={12} width={`${24 + ((index * 7) % 20)}%`} />
            <Skeleton height={12} width="16%" ml="auto" />
          </div>
        ) : (
          <Skeleton key={index} height={12} width={`${96 - ((index * 13) % 40)}%`} />
        ),
      )}
    </div>
  )
}
