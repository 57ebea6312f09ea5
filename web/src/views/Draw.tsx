/** A drawing that begins somewhere and grows when one asks; its whole state, pins included, is in the address. */
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ViewProps } from '.'
import { type Address, go, here, to } from '../address'
import { ask, type Refusal } from '../asking'
import { DrawDocument, type DrawQuery, type RelationType } from '../asked/graphql'
import { Canvas } from '../drawing/Canvas'
import { Drawn } from '../drawing/Drawn'
import { Chosen } from '../drawing/Chosen'
import { useLit } from '../drawing/facets'
import { type Piece, pieceOf, shown } from '../drawing/piece'
import { GROUPS, type Group } from '../kinds'
import { Refused } from '../parts/Answer'
import { areasOf, coalitionsOf, sectorsOf, Select, useChoices } from '../parts/Choices'
import { onSubmit } from '../parts/forms'
import { Glyph } from '../parts/NodeLink'
import { Picker } from '../parts/Picker'
import { useWords } from '../words'

const STEPS = [1, 2, 3]
const LIMIT = 1_000

export function Draw({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const { piece, refusal, again } = usePiece(at, on)
  const [chosen, setChosen] = useState<string | null>(null)
  const hidden = useMemo(() => new Set(split(at['hidden'])), [at['hidden']])
  const visible = useMemo(() => (piece ? shown(piece, hidden, at['focus']) : null), [piece, hidden, at['focus']])
  const lit = useLit(visible, at, on)
  const node = visible?.nodes.find(({ id }) => id === chosen)
  return (
    <>
      <h1>{words.draw}</h1>
      <p>{words.drawIntro}</p>
      <form class="question" onSubmit={onSubmit(({ around, steps }) => around && go(to('draw', { around, steps })))}>
        <Picker label={words.around} name="around" on={on} value={split(at['around'])[0]} required />
        <Select
          label={words.steps}
          name="steps"
          choices={STEPS.map((n) => ({ id: String(n), name: words.stepsAway(n), depth: 0 }))}
          value={at['steps'] ?? '1'}
          empty={null}
        />
        <button type="submit" class="main">
          {words.draw}
        </button>
      </form>
      {refusal && <Refused refusal={refusal} again={again} />}
      {at['around'] && !piece && !refusal && (
        <p role="status" class="waiting">
          {words.waiting}
        </p>
      )}
      {visible && piece && (
        <>
          {visible.truncated && <p class="note">{words.truncated}</p>}
          {at['path'] && <p>{words.emphasised}</p>}
          <div class="drawing">
            <Canvas piece={visible} at={at} chosen={chosen} choose={setChosen} lit={lit} />
            <div class="beside">
              <Legend piece={piece} hidden={hidden} at={at} />
              {node && <Chosen key={node.id} node={node} piece={piece} at={at} on={on} release={() => setChosen(null)} />}
              <Facets at={at} on={on} />
            </div>
          </div>
          <Drawn piece={visible} />
        </>
      )}
    </>
  )
}

/** Who is drawn, by group; a click shows or hides them. */
function Legend({ piece, hidden, at }: { piece: Piece; hidden: ReadonlySet<string>; at: Address }): JSX.Element {
  const words = useWords()
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const nodes = piece.nodes.filter((node) => node.group === group)
    return nodes[0] ? [{ group, count: nodes.length, kind: nodes[0].kind, kinds: [...new Set(nodes.map((node) => words.kinds[node.kind]))] }] : []
  })
  return (
    <section>
      <h2>{words.legend}</h2>
      <small>{words.legendHint}</small>
      <ul class="legend">
        {groups.map(({ group, count, kind, kinds }) => {
          const left = hidden.has(group) ? [...hidden].filter((other) => other !== group) : [...hidden, group]
          return (
            <li key={group}>
              <button type="button" aria-pressed={!hidden.has(group)} onClick={() => go(here({ hidden: left.join(',') }, at))}>
                <Glyph kind={kind} />
                {kinds.join(', ')} ({count})
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Facets({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const facet = (name: string) => (value: string) => go(here({ [name]: value }, at))
  return (
    <section class="facets">
      <h2>{words.facets}</h2>
      <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={at['sector']} empty={words.all} onChange={facet('sector')} />
      <Select label={words.area} name="area" choices={areasOf(choices) ?? []} value={at['area']} empty={words.all} onChange={facet('area')} />
      <Select
        label={words.coalition}
        name="coalition"
        choices={coalitionsOf(choices)}
        value={at['coalition']}
        empty={words.all}
        onChange={facet('coalition')}
      />
    </section>
  )
}

/** What the address asks for: around where it begins, and whatever was added by relation since. */
function usePiece(at: Address, on: string | undefined): { piece?: Piece; refusal?: Refusal; again: () => void } {
  const [state, setState] = useState<{ piece?: Piece; refusal?: Refusal }>({})
  const [attempt, setAttempt] = useState(0)
  const { around, steps, more } = at
  useEffect(() => {
    if (!around) return setState({})
    let current = true
    const asked: Promise<DrawQuery>[] = [
      ask(DrawDocument, { around: split(around), steps: Number(steps ?? 1), limit: LIMIT, on }),
      ...split(more).map((addition) => {
        const [id = '', type = ''] = addition.split(':')
        return ask(DrawDocument, { around: [id], steps: 1, types: [type as RelationType], limit: LIMIT, on })
      }),
    ]
    Promise.all(asked).then(
      (answers) => current && setState({ piece: pieceOf(answers) }),
      (refusal: Refusal) => current && setState({ refusal }),
    )
    return () => {
      current = false
    }
  }, [around, steps, more, on, attempt])
  return { ...state, again: () => setAttempt(attempt + 1) }
}

export function split(text: string | undefined): string[] {
  return text ? text.split(',').filter(Boolean) : []
}
