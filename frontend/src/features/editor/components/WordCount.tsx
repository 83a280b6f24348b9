import { Plural, Trans } from '@lingui/react/macro'
import type { PublishCheck } from '@/api/types'
import { classes } from '@/lib/classes'
import { countWords } from '../content/words'

type Props = { text: string; limits: PublishCheck['word_counts'][number] }

/** How many words there are, against what the API asks for. */
export function WordCount({ text, limits: { at_least, at_most } }: Props) {
  const words = countWords(text)
  const missing = at_least - words
  const over = at_most ? words - at_most : 0
  return (
    <p
      className={classes(
        'text-xs sm:absolute sm:top-0 sm:right-0',
        missing > 0 || over > 0 ? 'text-danger' : 'text-muted',
      )}
    >
      {missing > 0 ? (
        <Trans>
          <Plural value={words} one="# word" other="# words" />, {missing} to go
        </Trans>
      ) : over > 0 ? (
        <Trans>
          <Plural value={words} one="# word" other="# words" />, {over} too many
        </Trans>
      ) : (
        <Plural value={words} one="# word" other="# words" />
      )}
    </p>
  )
}
