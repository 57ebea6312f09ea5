import type { JSX } from 'preact'
import { type Address, go, here, to } from '../address'
import { useAnswer } from '../asking'
import { PageDocument } from '../asked/graphql'
import { NodeLink } from '../parts/NodeLink'
import { useWords } from '../words'
import { type DrawnNode, neighboursOf, type Piece } from './piece'

type Props = { node: DrawnNode; piece: Piece; at: Address; on: string | undefined; release: () => void }

/** The node that was chosen, and what may be done from it: its page, what is around it, what may be added. */
export function Chosen({ node, piece, at, on, release }: Props): JSX.Element {
  const words = useWords()
  const page = useAnswer(PageDocument, { id: node.id, on })
  const ties = page.answer?.network.node?.relations?.edges.map((edge) => edge.node) ?? []
  const added = (at['more'] ?? '').split(',').filter(Boolean)
  const types = [...new Set(ties.map(({ type }) => type))].map((type) => {
    const drawn = new Set(piece.relations.map(({ id }) => id))
    const missing = ties.filter((tie) => tie.type === type && !drawn.has(tie.id))
    const first = ties.find((tie) => tie.type === type)
    return { type, count: missing.length, word: words.types[type][first?.from.id === node.id ? 0 : 1] }
  })
  return (
    <section class="chosen">
      <h2>{words.selected}</h2>
      <NodeLink node={node} /> <small>{words.neighbours(neighboursOf(piece, node.id).length)}</small>
      <p class="actions">
        {at['focus'] === node.id ? (
          <button type="button" onClick={() => go(here({ focus: null }, at))}>
            {words.zoomAll}
          </button>
        ) : (
          <button type="button" onClick={() => go(here({ focus: node.id }, at))}>
            {words.focus}
          </button>
        )}
        <a class="button" href={to('draw', { around: node.id })}>
          {words.drawThis}
        </a>
        <button type="button" onClick={release}>
          ×<span class="unseen"> {words.remove}</span>
        </button>
      </p>
      {types
        .filter(({ count }) => count > 0)
        .map(({ type, count, word }) => (
          <button
            type="button"
            key={type}
            class="addition"
            onClick={() => go(here({ more: [...new Set([...added, `${node.id}:${type}`])].join(',') }, at))}
          >
            {words.expand}: {word} ({count})
          </button>
        ))}
    </section>
  )
}
