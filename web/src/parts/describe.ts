import type { DescribedFragment } from '../asked/graphql'
import type { Words } from '../words'

/** What tells a node from others of its name: a function, a place, a coalition; its kind where there is nothing else. */
export function describe(node: DescribedFragment, words: Words): string {
  const kind = words.kinds[node.kind]
  if (node.__typename === 'Person') {
    const first = node.functions[0]
    return first ? [first.title, first.organisation.name].filter(Boolean).join(', ') : kind
  }
  if (node.__typename === 'Seat') return `${kind}, ${node.coalition.name}`
  if ('locatedIn' in node && node.locatedIn.length) return `${kind}, ${node.locatedIn.map((area) => area.name).join(', ')}`
  if ('within' in node && node.within.length) return `${kind}, ${node.within.map((area) => area.name).join(', ')}`
  return kind
}
