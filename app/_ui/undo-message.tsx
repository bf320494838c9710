import classes from './undo-message.module.css'

/** What was done, and the way back. */
export const UndoMessage = ({ message, onUndo }: { message: string; onUndo: () => void }) => (
  <span className={classes.line}>
    {message}
    <button type="button" className={classes.undo} onClick={onUndo}>
      Undo
    </button>
  </span>
)
