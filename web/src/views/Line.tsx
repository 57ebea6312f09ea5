import type { JSX } from 'preact'
import type { ViewProps } from '.'
import { go, here, to } from '../address'
import { useAnswer } from '../asking'
import { type LineOfPeopleFragment, LinesDocument, type PathOrder } from '../asked/graphql'
import { Answer } from '../parts/Answer'
import { choicesIn, Select } from '../parts/Choices'
import { onSubmit } from '../parts/forms'
import { Length, LineList, Strip } from '../parts/Line'
import { Picker } from '../parts/Picker'
import { useViewer } from '../viewer'
import { useWords } from '../words'

const MOST = [2, 3, 4, 5, 6]

export function Line({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const { viewer } = useViewer()
  const from = at['from'] ?? viewer?.person?.id
  const target = at['to']
  const organisation = at['toKind'] === 'organisation'
  const lines = useAnswer(
    LinesDocument,
    from && target
      ? {
          from,
          to: organisation ? { organisation: target } : { person: target },
          order: (at['order'] as PathOrder | undefined) ?? 'FEWEST',
          most: Number(at['most'] ?? 4),
          first: 5,
          avoid: at['avoid']?.split(',') ?? [],
          via: at['via'] ?? null,
          on,
        }
      : null,
  )
  return (
    <>
      <h1>{words.line}</h1>
      <p>{words.lineIntro}</p>
      <form class="question" onSubmit={onSubmit((values) => go(to('line', values)))}>
        <Picker label={words.lineFrom} name="from" kinds={['PERSON', 'ORGANISATION', 'COALITION']} on={on} value={from} required />
        <Target at={at} on={on} />
        <Picker label={words.via} name="via" kinds={['PERSON', 'ORGANISATION', 'COALITION']} on={on} value={at['via']} />
        <Picker label={words.avoid} name="avoid" kinds={['PERSON', 'ORGANISATION', 'COALITION']} on={on} value={at['avoid']?.split(',')[0]} />
        <Select label={words.order} name="order" choices={choicesIn(words.orders)} value={at['order'] ?? 'FEWEST'} empty={null} />
        <Select
          label={words.mostHandshakes}
          name="most"
          choices={MOST.map((n) => ({ id: String(n), name: words.handshakes(n), depth: 0 }))}
          value={at['most'] ?? '4'}
          empty={null}
        />
        <button type="submit" class="main">
          {words.findLine}
        </button>
      </form>
      <Answer of={lines}>
        {({ network: { contactPaths } }) =>
          contactPaths?.__typename === 'ContactPaths' ? (
            <Lines lines={contactPaths.paths} at={at} />
          ) : contactPaths ? (
            <div class="note" role="status">
              <p>{words.noPath[contactPaths.reason]}</p>
              {contactPaths.fewestHandshakes && (
                <p>
                  <a href={here({ most: String(Math.min(6, contactPaths.fewestHandshakes)) }, at)}>{words.handshakes(contactPaths.fewestHandshakes)}</a>
                </p>
              )}
            </div>
          ) : null
        }
      </Answer>
    </>
  )
}

/** Whom it leads to: a person, or anybody of an organisation. */
function Target({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  return (
    <>
      <Picker
        label={words.lineTarget}
        name="to"
        kinds={['PERSON', 'ORGANISATION']}
        on={on}
        value={at['to']}
        required
        onPick={(node) => {
          const kind = document.querySelector<HTMLInputElement>('input[name=toKind]')
          if (kind && node) kind.value = node.kind === 'PERSON' ? '' : 'organisation'
        }}
      />
      <input type="hidden" name="toKind" defaultValue={at['toKind'] ?? ''} />
    </>
  )
}

function Lines({ lines, at }: { lines: readonly LineOfPeopleFragment[]; at: ViewProps['at'] }): JSX.Element {
  const words = useWords()
  const [best, ...others] = lines
  if (!best) return <p>{words.nothing}</p>
  return (
    <>
      <OneLine line={best} at={at} best />
      {others.length > 0 && <h2>{words.alternatives}</h2>}
      {others.map((line) => (
        <OneLine key={line.people.map((person) => person.id).join()} line={line} at={at} />
      ))}
    </>
  )
}

function OneLine({ line, at, best }: { line: LineOfPeopleFragment; at: ViewProps['at']; best?: boolean }): JSX.Element {
  const words = useWords()
  const ids = line.people.map((person) => person.id).join(',')
  const Heading = best ? 'h2' : 'h3'
  const avoided = at['avoid'] ? `${at['avoid']},` : ''
  return (
    <article class="oneLine">
      <Heading>
        <Length line={line} />
      </Heading>
      <Strip line={line} />
      <LineList line={line} />
      <p class="actions">
        {line.people.slice(1, -1).map((person) => (
          <>
            <a class="button" href={here({ via: person.id }, at)}>
              {words.onlyVia(person.name)}
            </a>
            <a class="button" href={here({ avoid: avoided + person.id, via: null }, at)}>
              {words.notVia(person.name)}
            </a>
          </>
        ))}
        <a class="button" href={to('draw', { around: ids, path: ids })}>
          {words.drawLine}
        </a>
      </p>
    </article>
  )
}
