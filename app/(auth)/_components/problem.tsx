import classes from './auth.module.css'

/** What went wrong, read out at once. */
export const Problem = ({ children }: { children: string | null | undefined }) =>
  children ? (
    <p className={classes.problem} role="alert">
      {children}
    </p>
  ) : null
