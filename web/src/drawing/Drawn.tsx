import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { csv, download } from '../files'
import { NodeLink } from '../parts/NodeLink'
import { useWords, useWriting } from '../words'
import type { DrawnNode, Piece } from './piece'
import { hasWebGL } from './webgl'

/** Everything that is drawn, as a table: every relation, and whoever has none. */
export function Drawn({ piece }: { piece: Piece }): JSX.Element {
  const words = useWords()
  const nodes = new Map(piece.nodes.map((node) => [node.id, node]))
  const named = (id: string) => nodes.get(id)
  const tied = new Set(piece.relations.flatMap(({ from, to }) => [from, to]))
  const alone = piece.nodes.filter(({ id }) => !tied.has(id))
  const save = () => {
    const rows = piece.relations.map(({ type, from, to, since, until }) => [named(from)?.name, words.types[type][0], named(to)?.name, since, until])
    download(`${words.draw}.csv`, csv([[words.from, words.relation, words.to, words.since, words.until], ...rows, ...alone.map(({ name }) => [name])]))
  }
  const [open, setOpen] = useState(!hasWebGL())
  return (
    <details class="table" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.drawnTable}</summary>
      {open && <Rows piece={piece} alone={alone} named={named} save={save} />}
    </details>
  )
}

type RowsProps = { piece: Piece; alone: readonly DrawnNode[]; named: (id: string) => DrawnNode | undefined; save: () => void }

function Rows({ piece, alone, named, save }: RowsProps): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  return (
    <>
      <p class="actions">
        <button type="button" onClick={save}>
          {words.saveTable}
        </button>
      </p>
      <div class="wide" tabIndex={0} role="region" aria-label={words.drawnTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.relation}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.since}</th>
            </tr>
          </thead>
          <tbody>
            {piece.relations.map(({ id, type, from, to, since }) => {
              const [one, other] = [named(from), named(to)]
              return (
                <tr key={id}>
                  <td>{one && <NodeLink node={one} />}</td>
                  <td>{words.types[type][0]}</td>
                  <td>{other && <NodeLink node={other} />}</td>
                  <td>{since && writing.date(since)}</td>
                </tr>
              )
            })}
            {alone.map((node) => (
              <tr key={node.id}>
                <td colSpan={4}>
                  <NodeLink node={node} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
