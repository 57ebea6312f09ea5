/** The picture itself: sigma on a container, told what to show; it holds no state of its own but the camera. */
import { UndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering'
import { downloadAsPNG } from '@sigma/export-image'
import { GROUPS, OUTLINES } from '../kinds'
import { lay, type Positions } from './layout'
import type { Piece } from './piece'
import { shapeProgram } from './shapes'

export type Look = { chosen: string | null; path: readonly string[]; lit: (id: string) => boolean }
export type Picture = {
  show: (piece: Piece, pinned: Positions) => Promise<void>
  look: (look: Look) => void
  positions: () => Positions
  zoom: (by: 'in' | 'out' | 'all') => void
  png: (name: string) => Promise<void>
  svg: () => string
  kill: () => void
}
type Handlers = { choose: (id: string | null) => void; moved: (id: string, x: number, y: number) => void; lost: () => void }

const SIZE = 6
const shapes = [...new Set(Object.values(GROUPS).map(({ shape }) => shape))]

export function picture(container: HTMLElement, handlers: Handlers): Picture {
  const graph = new UndirectedGraph()
  const colours = coloursOf(container)
  let look: Look = { chosen: null, path: [], lit: () => true }
  let laying: ReturnType<typeof lay> | null = null
  const labels = labelsThatDoNotCover(colours)
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    hideEdgesOnMove: true,
    nodeProgramClasses: Object.fromEntries(shapes.map((shape) => [shape, shapeProgram(shape)])),
    edgeProgramClasses: { line: EdgeLineProgram, path: EdgeRectangleProgram },
    defaultEdgeType: 'line',
    labelRenderedSizeThreshold: 0,
    labelGridCellSize: 40,
    labelDensity: 3,
    defaultDrawNodeLabel: labels.draw,
    defaultDrawNodeHover: labels.drawHover,
    zIndex: true,
    stagePadding: 60,
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    nodeReducer: (id, data) => {
      const onPath = look.path.includes(id)
      const faded = (look.path.length > 0 && !onPath && id !== look.chosen) || !look.lit(id)
      const chosen = id === look.chosen
      return {
        ...data,
        color: faded ? colours.faded : data['color'],
        size: chosen || onPath ? SIZE * 1.5 : data['size'],
        forceLabel: chosen || onPath,
        label: faded && look.path.length > 0 ? null : data['label'],
        highlighted: chosen,
        zIndex: chosen || onPath ? 2 : faded ? 0 : 1,
      }
    },
    edgeReducer: (_, data) => ({ ...data, color: data['type'] === 'path' ? colours.path : look.path.length ? colours.faint : colours.edge }),
  })
  sigma.on('beforeRender', () => labels.begin(graph.mapNodes((_, { x, y }) => sigma.graphToViewport({ x, y } as { x: number; y: number }))))
  sigma.on('clickNode', ({ node }) => handlers.choose(node))
  sigma.on('clickStage', () => handlers.choose(null))
  draggable(sigma, graph, handlers.moved)
  for (const canvas of Object.values(sigma.getCanvases())) canvas.addEventListener('webglcontextlost', handlers.lost)
  const positions = (): Positions =>
    Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, { x: x as number, y: y as number }]))
  return {
    positions,
    show: async (piece, pinned) => {
      laying?.stop()
      const edges = [...piece.relations.map(({ from, to }): [string, string] => [from, to]), ...steps(look.path, piece)]
      laying = lay({ nodes: piece.nodes.map(({ id }) => id), edges, from: positions(), pinned })
      const laid = await laying.positions
      graph.clear()
      for (const node of piece.nodes) {
        const { shape, colour } = GROUPS[node.group]
        graph.addNode(node.id, { ...laid[node.id], type: shape, color: colour, size: SIZE, label: node.name })
      }
      for (const { from, to } of piece.relations) if (from !== to && !graph.hasEdge(from, to)) graph.addEdge(from, to, { size: 1 })
      for (const [one, other] of steps(look.path, piece)) {
        if (graph.hasEdge(one, other)) graph.dropEdge(one, other)
        graph.addEdge(one, other, { type: 'path', size: 4 })
      }
      graph.forEachNode((id) => graph.setNodeAttribute(id, 'size', SIZE + Math.min(5, Math.sqrt(graph.degree(id)) / 2)))
      sigma.refresh()
    },
    look: (next) => {
      look = next
      sigma.refresh({ skipIndexation: true })
    },
    zoom: (by) => {
      const camera = sigma.getCamera()
      if (by === 'all') camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
      else camera.setState({ ratio: camera.getState().ratio * (by === 'in' ? 1 / 1.4 : 1.4) })
    },
    png: (name) => downloadAsPNG(sigma, { fileName: name, backgroundColor: colours.paper }),
    svg: () => svgOf(sigma, graph, colours),
    kill: () => {
      laying?.stop()
      sigma.kill()
    },
  }
}

function steps(path: readonly string[], piece: Piece): [string, string][] {
  const here = new Set(piece.nodes.map(({ id }) => id))
  return path.slice(1).flatMap((id, index): [string, string][] => {
    const before = path[index] ?? ''
    return here.has(before) && here.has(id) ? [[before, id]] : []
  })
}

type Colours = { ink: string; paper: string; edge: string; faint: string; faded: string; path: string }

function coloursOf(container: HTMLElement): Colours {
  const dark = getComputedStyle(container).colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches
  return dark
    ? { ink: '#e6e9ed', paper: '#14181d', edge: '#5a6572', faint: '#2a323b', faded: '#56616d', path: '#8cc4f5' }
    : { ink: '#1d232b', paper: '#ffffff', edge: '#aeb6bf', faint: '#e6e9ec', faded: '#c9cfd6', path: '#0b4f8a' }
}

type Drawn = { x: number; y: number; size: number; label: string | null; highlighted?: boolean; forceLabel?: boolean }

/** A label is left out where a node stands, or another label that was drawn before it. */
function labelsThatDoNotCover(colours: Colours) {
  let taken: [number, number, number, number][] = []
  const place = (context: CanvasRenderingContext2D, data: Partial<Drawn>, always: boolean) => {
    if (!data.label) return
    context.font = '13px system-ui, "DejaVu Sans", sans-serif'
    const text = data.label.length > 42 ? `${data.label.slice(0, 40)}…` : data.label
    const width = context.measureText(text).width
    const gap = (data.size ?? 0) + 5
    const right = (data.x ?? 0) + gap
    const x = right + width > context.canvas.clientWidth ? (data.x ?? 0) - gap - width : right
    const y = (data.y ?? 0) + 4
    const box: [number, number, number, number] = [x - 2, y - 13, x + width + 2, y + 4]
    if (!always && taken.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t)) return
    taken.push(box)
    context.lineWidth = 3
    context.strokeStyle = colours.paper
    context.strokeText(text, x, y)
    context.fillStyle = colours.ink
    context.fillText(text, x, y)
  }
  return {
    begin: (nodes: readonly { x: number; y: number }[]) => {
      taken = nodes.map(({ x, y }) => [x - SIZE, y - SIZE, x + SIZE, y + SIZE])
    },
    draw: (context: CanvasRenderingContext2D, data: Partial<Drawn>) => place(context, data, data.forceLabel ?? false),
    drawHover: (context: CanvasRenderingContext2D, data: Partial<Drawn>) => {
      context.beginPath()
      context.arc(data.x ?? 0, data.y ?? 0, (data.size ?? 0) + 5, 0, 2 * Math.PI)
      context.lineWidth = 2
      context.strokeStyle = colours.path
      context.stroke()
      place(context, data, true)
    },
  }
}

function draggable(sigma: Sigma, graph: UndirectedGraph, moved: Handlers['moved']): void {
  let held: string | null = null
  let dragged = false
  sigma.on('downNode', ({ node }) => {
    held = node
    dragged = false
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox())
  })
  sigma.on('moveBody', ({ event }) => {
    if (!held) return
    dragged = true
    const { x, y } = sigma.viewportToGraph(event)
    graph.mergeNodeAttributes(held, { x, y })
    event.preventSigmaDefault()
  })
  const drop = () => {
    if (held && dragged) moved(held, graph.getNodeAttribute(held, 'x') as number, graph.getNodeAttribute(held, 'y') as number)
    held = null
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
}

function svgOf(sigma: Sigma, graph: UndirectedGraph, colours: Colours): string {
  const { width, height } = sigma.getDimensions()
  const at = (id: string) => sigma.graphToViewport({ x: graph.getNodeAttribute(id, 'x') as number, y: graph.getNodeAttribute(id, 'y') as number })
  const lines = graph.mapEdges((_, data, one, other) => {
    const [a, b] = [at(one), at(other)]
    const bold = data['type'] === 'path'
    return `<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke="${bold ? colours.path : colours.edge}" stroke-width="${bold ? 4 : 1}"/>`
  })
  const nodes = graph.mapNodes((id, data) => {
    const { x, y } = at(id)
    const outline = OUTLINES[data['type'] as keyof typeof OUTLINES]
    const name = escaped(String(data['label']))
    return `<g transform="translate(${(x - 8).toFixed(1)} ${(y - 8).toFixed(1)})"><path d="${outline}" fill="${data['color']}" stroke="#222"/><text x="20" y="13">${name}</text></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="${colours.paper}"/>${lines.join('')}<g fill="${colours.ink}">${nodes.join('')}</g></svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
