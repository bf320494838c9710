import { REPORT_SAYS, REPORT_SAYS_NOT } from '#server/domain/leads/fairness/fairness.words.ts'
import { Section } from '../../../../_ui/section.tsx'
import classes from './what-it-says.module.css'

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <div>
    <h3 className={classes.title}>{title}</h3>
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
)

/** What somebody who reads the report should know before they act on it. */
export const WhatItSays = () => (
  <Section title="How to read this">
    <div className={classes.sides}>
      <Lines title="What it says" lines={REPORT_SAYS} />
      <Lines title="What it does not say" lines={REPORT_SAYS_NOT} />
    </div>
  </Section>
)
