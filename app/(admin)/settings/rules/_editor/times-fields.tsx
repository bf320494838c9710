import { Button, Checkbox, Group, Input, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Conditions } from '#server/domain/leads/routing/routing.types.ts'
import { WEEKDAY_WORDS, WEEKDAYS } from '#server/domain/leads/routing/routing.words.ts'
import { HOME_ZONE } from '#server/domain/leads/times.words.ts'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import classes from './editor.module.css'

type Times = NonNullable<Conditions['times']>
type Props = { times: Times; problem: string | undefined; onChange: (times: Times) => void }

const WORKDAY: Times[number] = { days: [...WEEKDAYS.slice(0, 5)], from: '09:00', until: '18:00', zone: HOME_ZONE }

/** On which days and from when to when, on the clock of the coast; nothing is always. */
export function TimesFields({ times, problem, onChange }: Props) {
  const put = (index: number, over: Partial<Times[number]>) =>
    onChange(times.map((time, at) => (at === index ? { ...time, ...over } : time)))
  return (
    <div className={classes.times}>
      <Input.Label component="span">Days and times</Input.Label>
      {times.map((time, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the times of a rule have no name but their place
        <fieldset key={index} className={classes.time} aria-label={`Time ${index + 1}`}>
          <Checkbox.Group
            label="Days"
            value={time.days}
            onChange={(days) => put(index, { days: WEEKDAYS.filter((day) => days.includes(day)) })}
          >
            <Group gap={12} mt={4}>
              {WEEKDAYS.map((day) => (
                <Checkbox key={day} value={day} label={WEEKDAY_WORDS[day].slice(0, 3)} />
              ))}
            </Group>
          </Checkbox.Group>
          <div className={classes.pair}>
            <TextInput
              type="time"
              label="From"
              value={time.from}
              onChange={({ currentTarget }) => put(index, { from: currentTarget.value })}
            />
            <TextInput
              type="time"
              label="Until"
              value={time.until === '24:00' ? '23:59' : time.until}
              onChange={({ currentTarget }) => put(index, { until: currentTarget.value })}
            />
            <IconAction
              icon={IconX}
              aria-label={`Take time ${index + 1} out`}
              onClick={() => onChange(times.filter((_, at) => at !== index))}
            />
          </div>
        </fieldset>
      ))}
      {problem && <Input.Error>{problem}</Input.Error>}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => onChange([...times, WORKDAY])}
      >
        {times.length === 0 ? 'Only at certain times' : 'Another time'}
      </Button>
    </div>
  )
}
