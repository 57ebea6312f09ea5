/** A line of people: a strip from left to right to see at a glance, and the list with the reasons. */
import type { JSX } from 'preact'
import type { HandshakeKind, LineOfPeopleFragment } from '../asked/graphql'
import { useWords, useWriting, type Words, type Writing } from '../words'
import { Glyph, NodeLink } from './NodeLink'

type Handshake = { strength: number; reasons: readonly { kind: HandshakeKind; context?: { name: string } | null }[] }

export function Strip({ line }: { line: LineOfPeopleFragment }): JSX.Element {
  const writing = useWriting()
  return (
    <div class="strip" aria-hidden="true">
      {line.people.map((person, index) => (
        <>
          {index > 0 && <span class="shake">{writing.percent(line.handshakes[index - 1]?.strength ?? 0)}</span>}
          <span class="stop">
            <Glyph kind={person.kind} />
            {person.name}
          </span>
        </>
      ))}
    </div>
  )
}

export function LineList({ line }: { line: LineOfPeopleFragment }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  if (line.length === 0) return <p>{words.itIsYou}</p>
  return (
    <ol class="people">
      {line.people.map((person, index) => (
        <li key={person.id}>
          <NodeLink node={person} />
          {person.functions[0] && (
            <small>
              {' '}
              {[person.functions[0].title, person.functions[0].organisation.name].filter(Boolean).join(', ')}
            </small>
          )}
          {line.handshakes[index] && <small class="reason">↓ {reasonsOf(line.handshakes[index], words, writing)}</small>}
        </li>
      ))}
    </ol>
  )
}

export function reasonsOf(handshake: Handshake, words: Words, writing: Writing): string {
  const reasons = handshake.reasons.map(({ kind, context }) =>
    context ? `${words.handshakeReasons[kind]} ${context.name}` : words.handshakeReasons[kind],
  )
  return `${[...new Set(reasons)].join('; ')} (${words.strength(writing.percent(handshake.strength))})`
}

/** How long and how strong, in words. */
export function Length({ line }: { line: LineOfPeopleFragment }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  return (
    <span>
      {words.handshakes(line.length)}, {words.strength(writing.percent(line.strength))}
    </span>
  )
}
