import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Laying, Positions } from './layout'

const FEW = 200

onmessage = (event: MessageEvent<Laying>) => {
  postMessage(laid(event.data))
}

/** Where nothing was before, nodes begin on a spiral in their order: the same question gives the same drawing. */
function laid({ nodes, edges, from, pinned }: Laying): Positions {
  const graph = new UndirectedGraph()
  for (const [index, id] of nodes.entries()) {
    const start = pinned[id] ?? from[id] ?? { x: 10 * Math.sqrt(index) * Math.cos(index * 2.4), y: 10 * Math.sqrt(index) * Math.sin(index * 2.4) }
    graph.addNode(id, { ...start, fixed: id in pinned, size: 4 })
  }
  for (const [one, other] of edges) if (one !== other && !graph.hasEdge(one, other)) graph.addEdge(one, other)
  const settings = { ...forceAtlas2.inferSettings(graph), gravity: 0.6, scalingRatio: 12, strongGravityMode: false, slowDown: 4 }
  forceAtlas2.assign(graph, { iterations: nodes.length < FEW ? 600 : 180, settings })
  const positions: Positions = {}
  graph.forEachNode((id, { x, y }) => {
    positions[id] = { x: x as number, y: y as number }
  })
  return positions
}
