import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Answered, Refusal } from '../asking'
import { useWords } from '../words'

const SLOW_MILLISECONDS = 4_000

/** What was answered; or that it is awaited; or why it was not, with a button to ask again. */
export function Answer<A>({ of, children }: { of: Answered<A>; children: (answer: A) => ComponentChildren }): JSX.Element {
  return (
    <div aria-busy={of.waiting} class="answer">
      {of.refusal && <Refused refusal={of.refusal} again={of.again} />}
      {of.waiting && <Waiting key="waiting" />}
      {of.answer !== undefined && !of.refusal && children(of.answer)}
    </div>
  )
}

function Waiting(): JSX.Element {
  const words = useWords()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p role="status" class="waiting">
      {slow ? words.slow : words.waiting}
    </p>
  )
}

export function Refused({ refusal, again, kept }: { refusal: Refusal; again?: () => void; kept?: boolean }): JSX.Element {
  const words = useWords()
  const unreachable = refusal.code === 'UNREACHABLE'
  const detail = refusal.code !== 'NOT_FOUND' && !unreachable
  return (
    <div role="alert" class="refused">
      <strong>{words.failed}.</strong> {unreachable ? words.unreachable : (words.codes[refusal.code] ?? refusal.code)}
      {detail && <span lang="en"> {refusal.message}{refusal.help && ` ${refusal.help}`}</span>}
      {kept && <span> {words.kept}</span>}
      {again && (
        <button type="button" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  )
}
