import classes from './form.module.css'

/** What went wrong with the whole form, read out at once. */
export const Problem = ({ children }: { children: string | null }) =>
  children ? (
    <p className={classes.problem} role="alert">
      {children}
    </p>
  ) : null
