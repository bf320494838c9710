import { IconCircleCheck, IconPhone } from '@tabler/icons-react'
import { Action, ActionAnchor } from '../../../../_ui/action.tsx'
import classes from './ask-dialog.module.css'

type Props = { agent: string | null; phone: string | null; email: string; onClose: () => void }

/** What happens now, and whom to call when it cannot wait. */
export const Asked = ({ agent, phone, email, onClose }: Props) => (
  <div className={classes.done} role="status">
    <IconCircleCheck size={40} stroke={1.5} aria-hidden />
    <p>
      {agent ?? 'One of our agents'} has it in a moment, and answers you. A mail to <strong>{email}</strong> says who it
      is.
    </p>
    <div className={classes.foot}>
      <Action primary onClick={onClose}>
        Back to the home
      </Action>
      {phone && (
        <ActionAnchor href={`tel:${phone}`} icon={IconPhone}>
          Call now
        </ActionAnchor>
      )}
    </div>
  </div>
)
