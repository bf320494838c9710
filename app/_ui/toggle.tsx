import classes from './toggle.module.css'

type Props = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }

/** On or off, at once; the label is read out. */
export const Toggle = ({ label, checked, disabled, onChange }: Props) => (
  <label className={classes.toggle}>
    <input
      type="checkbox"
      role="switch"
      aria-label={label}
      aria-checked={checked}
      checked={checked}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    <span className={classes.track} />
  </label>
)
