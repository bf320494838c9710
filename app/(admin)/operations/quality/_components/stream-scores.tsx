import { QUALITY_STREAM_WORDS, type QualityStreamName } from '#server/domain/quality/quality.words.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { hrefOfStream } from '../_filters.ts'
import { scoreInWords, streamInWords } from '../_quality.words.ts'
import type { StreamScore } from '../_queries.ts'
import classes from './stream-scores.module.css'
import { Trend } from './trend.tsx'

type Props = { streams: readonly StreamScore[]; chosen: QualityStreamName | undefined }

/** One card a stream: its score, how it went over 30 days, and how much is open. Opens the rules of that stream. */
export const StreamScores = ({ streams, chosen }: Props) => (
  <ul className={classes.cards}>
    {streams.map(({ stream, score, records, open, failedRules, trend }) => (
      <li key={stream} className={classes.card} data-chosen={chosen === stream || undefined}>
        <h2 className={classes.name}>
          <TextLink href={hrefOfStream(chosen === stream ? undefined : stream)} scroll={false}>
            {QUALITY_STREAM_WORDS[stream].many}
          </TextLink>
        </h2>
        <p className={classes.score}>{scoreInWords(score)}</p>
        <Trend trend={trend} score={score} name={QUALITY_STREAM_WORDS[stream].many} />
        <p className={classes.about}>{streamInWords(stream, records, open)}</p>
        {failedRules > 0 && (
          <p className={classes.about}>{failedRules === 1 ? '1 rule' : `${failedRules} rules`} could not look</p>
        )}
      </li>
    ))}
  </ul>
)
