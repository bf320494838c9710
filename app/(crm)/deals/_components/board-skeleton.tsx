import { Bone } from '../../../_ui/bone.tsx'
import classes from './board.module.css'

const COLUMNS = [4, 4, 2, 3, 2, 1]

/** The board's grey shape. */
export const BoardSkeleton = () => (
  <div className={classes.frame} role="status" aria-label="Loading the deals">
    <div className={classes.sums}>
      <Bone width={280} height={20} />
    </div>
    <div className={classes.board}>
      {COLUMNS.map((cards, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a skeleton have no other name
        <div key={column} className={classes.column}>
          <div className={classes.columnHead}>
            <Bone width="50%" />
            <Bone width="70%" />
          </div>
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cards
            <div key={card} className={classes.bones}>
              <Bone width="70%" />
              <Bone width="90%" />
              <Bone width="40%" />
            </div>
          ))}
        </div>
      ))}
    </div>
  </div>
)
