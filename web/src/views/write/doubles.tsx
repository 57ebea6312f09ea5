import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ask } from '../../asking'
import { type DescribedFragment, type NodeKind, SuggestionsDocument } from '../../asked/graphql'
import { describe } from '../../parts/describe'
import { NodeLink } from '../../parts/NodeLink'
import { useWords } from '../../words'

export type Doubles = { found: DescribedFragment[]; look: (name: string) => Promise<boolean> }

/** Looks for nodes that may be the one that somebody is about to add: the first time that a name is saved, what is
 * found is shown instead; saving once more saves. */
export function useDoubles(kinds: NodeKind[]): Doubles {
  const [found, setFound] = useState<DescribedFragment[]>([])
  const [passed, setPassed] = useState('')
  const look = async (name: string): Promise<boolean> => {
    if (passed === name) return true
    const alike = await similar(name, kinds)
    setFound(alike)
    setPassed(name)
    return alike.length === 0
  }
  return { found, look }
}

/** What bears the whole name, or its last word: a surname, the name of a school. */
export async function similar(name: string, kinds: NodeKind[]): Promise<DescribedFragment[]> {
  const words = name.match(/[\p{L}\p{N}'’.-]*[\p{L}\p{N}]/gu) ?? []
  const texts = [...new Set([words.join(' '), words.at(-1) ?? ''])].filter((text) => text.length > 1)
  const answers = await Promise.all(texts.map((text) => ask(SuggestionsDocument, { text, kinds, first: 5 })))
  const nodes = answers.flatMap((answer) => answer.network.search?.edges.map((edge) => edge.node) ?? [])
  return [...new Map(nodes.map((node) => [node.id, node])).values()].slice(0, 6)
}

export function MaybeKnown({ found }: { found: readonly DescribedFragment[] }): JSX.Element | null {
  const words = useWords()
  if (!found.length) return null
  return (
    <div class="note wideField" role="status">
      <p>
        <strong>{words.maybeKnown}</strong> {words.maybeKnownHint}
      </p>
      <ul class="ties">
        {found.map((node) => (
          <li key={node.id}>
            <NodeLink node={node} /> <small>{describe(node, words)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
