/** Where the picture is: sigma comes with it, when it is first drawn. Keys go from neighbour to neighbour. */
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Address, go, here, to } from '../address'
import { download } from '../files'
import { useWords } from '../words'
import type { Positions } from './layout'
import { hasWebGL } from './webgl'
import type { Picture } from './picture'
import { neighboursOf, type Piece } from './piece'

type Props = { piece: Piece; at: Address; chosen: string | null; choose: (id: string | null) => void; lit: ReadonlySet<string> | null }

export function Canvas({ piece, at, chosen, choose, lit }: Props): JSX.Element {
  const words = useWords()
  const container = useRef<HTMLDivElement>(null)
  const drawn = useRef<Picture | null>(null)
  const latest = useRef({ at, choose })
  latest.current = { at, choose }
  const [state, setState] = useState<'laying' | 'drawn' | 'impossible'>('laying')
  const [ready, setReady] = useState(0) // how often a picture was made: anew after its context was lost
  const [lost, setLost] = useState(0)

  useEffect(() => {
    let left = false
    if (!hasWebGL()) return setState('impossible')
    void import('./picture').then(({ picture }) => {
      if (left || !container.current) return
      drawn.current = picture(container.current, {
        choose: (id) => latest.current.choose(id),
        moved: (id, x, y) => go(here({ pinned: written({ ...pinnedIn(latest.current.at), [id]: { x, y } }) }, latest.current.at)),
        lost: () => setLost((n) => n + 1),
      })
      setReady((n) => n + 1)
    })
    return () => {
      left = true
      drawn.current?.kill()
      drawn.current = null
    }
  }, [lost])

  const path = at['path']?.split(',') ?? []
  const look = { chosen, path, lit: (id: string) => !lit || lit.has(id) }
  useEffect(() => {
    let left = false
    setState((before) => (before === 'impossible' ? before : 'laying'))
    drawn.current?.look(look)
    void drawn.current?.show(piece, pinnedIn(at)).then(() => !left && setState('drawn'))
    return () => {
      left = true
    }
  }, [piece, ready, at['pinned']])
  useEffect(() => {
    drawn.current?.look(look)
  }, [chosen, at['path'], lit, ready, state])

  const node = piece.nodes.find(({ id }) => id === chosen)
  const press = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    const deed = deedOf(event.key)
    if (!deed) return
    event.preventDefault()
    if (deed === 'open' && chosen) go(to('node', { id: chosen }))
    else if (deed === 'release') choose(null)
    else if (deed === 'pin' && chosen) go(here({ pinned: toggled(at, chosen, drawn.current?.positions() ?? {}) }, at))
    else if (deed === 'in' || deed === 'out') drawn.current?.zoom(deed)
    else if (typeof deed === 'object') choose(nextTo(piece, chosen, deed, drawn.current?.positions() ?? {}))
  }
  if (state === 'impossible') return <p class="note">{words.noWebGL}</p>
  return (
    <div class="picture">
      <div
        class="canvas"
        ref={container}
        role="application"
        tabIndex={0}
        aria-label={words.drawingLabel}
        aria-busy={state === 'laying'}
        onKeyDown={press}
      />
      <p role="status" aria-live="polite" class="live">
        {state === 'laying' ? words.layingOut : node ? `${node.name}, ${words.kinds[node.kind]}, ${words.neighbours(neighboursOf(piece, node.id).length)}` : ' '}
      </p>
      <p class="actions">
        <button type="button" onClick={() => drawn.current?.zoom('in')}>
          {words.zoomIn}
        </button>
        <button type="button" onClick={() => drawn.current?.zoom('out')}>
          {words.zoomOut}
        </button>
        <button type="button" onClick={() => drawn.current?.zoom('all')}>
          {words.zoomAll}
        </button>
        <button type="button" onClick={() => history.back()}>
          {words.undo}
        </button>
        <button type="button" onClick={() => void drawn.current?.png(words.name)}>
          {words.savePicture}
        </button>
        <button type="button" onClick={() => drawn.current && download(`${words.name}.svg`, new Blob([drawn.current.svg()], { type: 'image/svg+xml' }))}>
          {words.saveSvg}
        </button>
      </p>
    </div>
  )
}

type Way = { x: number; y: number }
const WAYS: Record<string, Way> = { ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowUp: { x: 0, y: 1 }, ArrowDown: { x: 0, y: -1 } }
const DEEDS: Record<string, 'open' | 'release' | 'pin' | 'in' | 'out'> = { Enter: 'open', Escape: 'release', p: 'pin', P: 'pin', '+': 'in', '-': 'out' }

function deedOf(key: string): Way | (typeof DEEDS)[string] | undefined {
  return WAYS[key] ?? DEEDS[key]
}

/** The neighbour that lies most in a direction; where none does, the next in turn. */
function nextTo(piece: Piece, chosen: string | null, way: Way, at: Positions): string | null {
  if (!chosen) return piece.nodes[0]?.id ?? null
  const from = at[chosen]
  const others = neighboursOf(piece, chosen)
  if (!from || !others.length) return piece.nodes[(piece.nodes.findIndex(({ id }) => id === chosen) + 1) % piece.nodes.length]?.id ?? null
  const along = (id: string) => {
    const { x, y } = at[id] ?? from
    const [dx, dy] = [x - from.x, y - from.y]
    return (dx * way.x + dy * way.y) / (Math.hypot(dx, dy) || 1)
  }
  return others.reduce((best, id) => (along(id) > along(best) ? id : best))
}

/** Pins in the address: `id@x:y`, with commas between. */
export function pinnedIn(at: Address): Positions {
  const pins = (at['pinned'] ?? '').split(',').flatMap((pin) => {
    const [, id, x, y] = /^(.+)@(-?[\d.]+):(-?[\d.]+)$/.exec(pin) ?? []
    return id ? [[id, { x: Number(x), y: Number(y) }] as const] : []
  })
  return Object.fromEntries(pins)
}

function written(pins: Positions): string {
  return Object.entries(pins)
    .map(([id, { x, y }]) => `${id}@${x.toFixed(1)}:${y.toFixed(1)}`)
    .join(',')
}

export function toggled(at: Address, id: string, positions: Positions): string {
  const { [id]: pinned, ...others } = pinnedIn(at)
  const place = positions[id] ?? { x: 0, y: 0 }
  return written(pinned ? others : { ...others, [id]: place })
}
