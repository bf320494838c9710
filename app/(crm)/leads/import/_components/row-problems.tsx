import classes from './import.module.css'

type Props = { title: string; rows: readonly { row: number; words: string }[] }

/** What is wrong with which row, in words that tell what to do. */
export const RowProblems = ({ title, rows }: Props) =>
  rows.length === 0 ? null : (
    <details className={classes.problems} open={rows.length <= 5}>
      <summary>{title}</summary>
      <ul>
        {rows.map(({ row, words }) => (
          <li key={`${row} ${words}`}>
            <strong>Row {row}</strong> {words}
          </li>
        ))}
      </ul>
    </details>
  )
