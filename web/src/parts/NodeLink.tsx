import type { JSX } from 'preact'
import { to } from '../address'
import { GROUPS, groupOf, type Named, OUTLINES } from '../kinds'
import { useWords } from '../words'

export function Glyph({ kind }: { kind: Named['kind'] }): JSX.Element {
  const { shape, colour } = GROUPS[groupOf(kind)]
  return (
    <svg class="glyph" viewBox="-1 -1 18 18" aria-hidden="true">
      <path d={OUTLINES[shape]} fill={colour} />
    </svg>
  )
}

/** A node's name, which leads to its page; its kind is seen as a shape and read out as a word. */
export function NodeLink({ node }: { node: Named }): JSX.Element {
  const words = useWords()
  return (
    <a href={to('node', { id: node.id })} class="node" title={words.kinds[node.kind]}>
      <Glyph kind={node.kind} />
      {node.name}
      <span class="unseen"> ({words.kinds[node.kind]})</span>
    </a>
  )
}

/** Several nodes, one after the other. */
export function NodeLinks({ nodes }: { nodes: readonly Named[] }): JSX.Element {
  return (
    <ul class="inline">
      {nodes.map((node) => (
        <li key={node.id}>
          <NodeLink node={node} />
        </li>
      ))}
    </ul>
  )
}
