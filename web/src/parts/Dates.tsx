import type { ComponentType, JSX } from 'preact'
import { type Address, here } from '../address'
import { useWords, useWriting } from '../words'
import { today } from './forms'

/** One view on two dates, side by side, the earlier first. */
export function Dates({ at, View }: { at: Address; View: ComponentType<{ at: Address; on: string | undefined }> }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const dates = [at['on'] ?? today(), at['with'] ?? today()].sort()
  return (
    <>
      <p class="comparing">
        <a href={here({ with: null }, at)}>{words.stopComparing}</a>
      </p>
      <div class="two">
        {dates.map((date, index) => (
          <section key={index} aria-label={words.onDate(writing.date(date))}>
            <p class="onDate">{words.onDate(writing.date(date))}</p>
            <View at={at} on={date} />
          </section>
        ))}
      </div>
    </>
  )
}
