import { Bone } from './bone.tsx'
import classes from './list-skeleton.module.css'

type Props = {
  rows?: number
  /** `rows` for tables, `cards` for photo grids, `lines` for text. */
  shape?: 'rows' | 'cards' | 'lines'
  /** What is coming, for screen readers. */
  label?: string
}

const indexes = (length: number) => Array.from({ length }, (_, index) => index)

const Card = () => (
  <div className={classes.card}>
    <Bone className={classes.photo} />
    <div className={classes.words}>
      <Bone height={20} width="40%" />
      <Bone width="60%" />
      <Bone width="70%" />
    </div>
  </div>
)

const Row = ({ index }: { index: number }) => (
  <div className={classes.row}>
    <Bone round height={24} width={24} />
    <Bone width={`${24 + ((index * 7) % 20)}%`} />
    <Bone width="16%" style={{ marginLeft: 'auto' }} />
  </div>
)

/** Grey shapes of what is coming. */
export const ListSkeleton = ({ rows = 8, shape = 'rows', label = 'Loading' }: Props) => (
  <div className={classes[shape]} role="status" aria-label={label}>
    {indexes(rows).map((index) => {
      if (shape === 'cards') return <Card key={index} />
      if (shape === 'rows') return <Row key={index} index={index} />
      return <Bone key={index} width={`${96 - ((index * 13) % 40)}%`} />
    })}
  </div>
)
