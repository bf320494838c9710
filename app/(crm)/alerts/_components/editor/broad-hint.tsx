import { IconBulb } from '@tabler/icons-react'
import classes from './relax-hint.module.css'

/** For a search that finds a large part of the market: what its mails will do, and what helps. */
export const BroadHint = () => (
  <section className={classes.hint} aria-label="This is very broad">
    <p className={classes.title}>
      <IconBulb size={16} aria-hidden /> More than a quarter of all homes for sale
    </p>
    <p className={classes.words}>
      A mail with more than 30 homes shows the first ten and a link to all of them. A price, a town or the number of
      beds makes it one that people read.
    </p>
  </section>
)
