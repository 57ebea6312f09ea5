/** A piece of the network to draw, put together from the answers that it was asked for with. */
import type { DrawQuery, NodeKind, RelationType } from '../asked/graphql'
import { groupOf, type Group } from '../kinds'

export type DrawnNode = { id: string; name: string; kind: NodeKind; group: Group }
export type DrawnRelation = { id: string; type: RelationType; from: string; to: string; since?: string | null; until?: string | null }
export type Piece = { nodes: DrawnNode[]; relations: DrawnRelation[]; truncated: boolean }

export function pieceOf(answers: readonly DrawQuery[]): Piece {
  const nodes = new Map<string, DrawnNode>()
  const relations = new Map<string, DrawnRelation>()
  let truncated = false
  for (const { network } of answers) {
    for (const node of network.neighbourhood?.nodes ?? []) nodes.set(node.id, { ...node, group: groupOf(node.kind) })
    for (const relation of network.neighbourhood?.relations ?? [])
      relations.set(relation.id, { ...relation, from: relation.from.id, to: relation.to.id })
    truncated ||= network.neighbourhood?.truncated ?? false
  }
  const held = [...relations.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to))
  return { nodes: [...nodes.values()], relations: held, truncated }
}

/** What is left when these groups are hidden and only what lies within some steps of one node is shown. */
export function shown(piece: Piece, hidden: ReadonlySet<string>, focus: string | undefined): Piece {
  const near = focus ? new Set([focus, ...neighboursOf(piece, focus)]) : null
  const nodes = piece.nodes.filter((node) => !hidden.has(node.group) && (!near || near.has(node.id)))
  const ids = new Set(nodes.map(({ id }) => id))
  return { ...piece, nodes, relations: piece.relations.filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

export function neighboursOf(piece: Piece, id: string): string[] {
  const others = piece.relations.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
  return [...new Set(others)]
}
