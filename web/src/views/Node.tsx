import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ViewProps } from '.'
import { to } from '../address'
import { ask, useAnswer } from '../asking'
import { HistoryDocument, MoreTiesDocument, PageDocument, type PageQuery, type RelationType, type TieFragment } from '../asked/graphql'
import { type Named } from '../kinds'
import { Answer } from '../parts/Answer'
import { Facts } from '../parts/Facts'
import { Glyph, NodeLink, NodeLinks } from '../parts/NodeLink'
import { reasonsOf } from '../parts/Line'
import { mayWrite, isSteward, useViewer } from '../viewer'
import { useWords, useWriting } from '../words'
import { Delegation } from './Delegation'

type Shown = NonNullable<PageQuery['network']['node']>

/** The page of a node: what is known of it, and its neighbours. */
export function Node({ at, on }: ViewProps): JSX.Element {
  const id = at['id'] ?? ''
  const page = useAnswer(PageDocument, id ? { id, on } : null)
  return <Answer of={page}>{({ network }) => (network.node ? <Body key={network.node.id} node={network.node} at={at} on={on} /> : null)}</Answer>
}

function Body({ node, at, on }: { node: Shown } & ViewProps): JSX.Element {
  const words = useWords()
  return (
    <article>
      <p class="kind">
        <Glyph kind={node.kind} /> {words.kinds[node.kind]}
      </p>
      <h1>{node.name}</h1>
      <Doing node={node} />
      <Facts node={node} />
      {node.__typename === 'Coalition' && <Delegation id={node.id} at={at} on={on} />}
      {node.__typename === 'Person' && <Acquaintances node={node} />}
      <Ties node={node} on={on} />
      <Around node={node} on={on} />
    </article>
  )
}

/** What one may want to do from here. */
function Doing({ node }: { node: Shown }): JSX.Element {
  const words = useWords()
  const known = useViewer()
  const person = node.__typename === 'Person'
  const organisation = 'mailbox' in node
  return (
    <p class="actions unprinted">
      <a class="button" href={to('draw', { around: node.id })}>
        {words.drawThis}
      </a>
      {(person || organisation) && (
        <a class="button" href={to('line', { to: node.id, toKind: person ? null : 'organisation' })}>
          {words.lineHere}
        </a>
      )}
      {node.__typename === 'Coalition' && (
        <a class="button" href={to('list', { coalition: node.id })}>
          {words.list}
        </a>
      )}
      {mayWrite(known) && (
        <>
          {node.__typename === 'Seat' && (
            <a class="button" href={to('write', { do: 'appoint', seat: node.id })}>
              {words.appointHere}
            </a>
          )}
          {node.__typename === 'Coalition' && (
            <>
              <a class="button" href={to('write', { do: 'seat', coalition: node.id })}>
                {words.openSeatHere}
              </a>
              <a class="button" href={to('write', { do: 'meeting', coalition: node.id })}>
                {words.tasks.meeting}
              </a>
            </>
          )}
          <a class="button" href={to('write', { do: 'confirm', what: node.id })}>
            {words.confirmThis}
          </a>
          {isSteward(known) && (
            <>
              <a class="button" href={to('write', { do: 'end', what: node.id })}>
                {words.endThis}
              </a>
              <a class="button" href={to('write', { do: 'merge', keep: node.id })}>
                {words.tasks.merge}
              </a>
            </>
          )}
        </>
      )}
    </p>
  )
}

function Acquaintances({ node }: { node: Extract<Shown, { __typename: 'Person' }> }): JSX.Element | null {
  const words = useWords()
  const writing = useWriting()
  if (!node.handshakes?.edges.length) return null
  return (
    <section>
      <h2>{words.nearestPeople}</h2>
      <ul class="ties">
        {node.handshakes.edges.slice(0, 8).map(({ node: handshake }) => {
          const other = handshake.to.id === node.id ? handshake.from : handshake.to
          return (
            <li key={other.id}>
              <NodeLink node={other} /> <small>{reasonsOf(handshake, words, writing)}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Grouped = { title: string; ties: { tie: TieFragment; other: Named }[] }

/** Relations, by what they mean from here, the neighbours as links. */
function Ties({ node, on }: { node: Shown; on: string | undefined }): JSX.Element | null {
  const words = useWords()
  const first = node.relations
  const [more, setMore] = useState<TieFragment[]>([])
  const [next, setNext] = useState(first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null)
  const known = useViewer()
  const [keeping, setKeeping] = useState(false)
  if (!first?.edges.length) return null
  const ties = [...first.edges.map((edge) => edge.node), ...more]
  const load = async () => {
    const answer = await ask(MoreTiesDocument, { id: node.id, on, after: next })
    const page = answer.network.node?.relations
    setMore([...more, ...(page?.edges.map((edge) => edge.node) ?? [])])
    setNext(page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null)
  }
  return (
    <section>
      <div class="headed">
        <h2>{words.relations}</h2>
        {mayWrite(known) && (
          <button type="button" class="unprinted" aria-pressed={keeping} onClick={() => setKeeping(!keeping)}>
            {words.write}
          </button>
        )}
      </div>
      {grouped(node.id, ties, (type, index) => words.types[type][index] ?? type).map(({ title, ties }) => (
        <section key={title} class="group">
          <h3>
            {title} <small>({ties.length})</small>
          </h3>
          <ul class="ties">
            {ties.map(({ tie, other }) => (
              <Tie key={tie.id} tie={tie} other={other} keeping={keeping} />
            ))}
          </ul>
        </section>
      ))}
      {next && (
        <p>
          {words.of(ties.length, first.totalCount)}{' '}
          <button type="button" onClick={load}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  )
}

function grouped(id: string, ties: readonly TieFragment[], name: (type: RelationType, index: 0 | 1) => string): Grouped[] {
  const groups = new Map<string, Grouped>()
  for (const tie of ties) {
    const outwards = tie.from.id === id
    const title = name(tie.type, outwards ? 0 : 1)
    const group = groups.get(title) ?? { title, ties: [] }
    group.ties.push({ tie, other: outwards ? tie.to : tie.from })
    groups.set(title, group)
  }
  return [...groups.values()]
}

const TOLD = ['title', 'themes', 'strength', 'stage', 'adopted'] as const

function Tie({ tie, other, keeping }: { tie: TieFragment; other: Named; keeping: boolean }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const told = TOLD.map((name) => tie.properties[name])
    .flat()
    .filter(Boolean)
    .join(', ')
  const period = [tie.since && `${words.since} ${writing.date(tie.since)}`, tie.until && `${words.until} ${writing.date(tie.until)}`]
  const what = `${told || words.types[tie.type][0]}: ${other.name}`
  return (
    <li>
      <NodeLink node={other} />{' '}
      <small>
        {[told, ...period, tie.confirmedAt && `${words.confirmed} ${writing.date(tie.confirmedAt)}`].filter(Boolean).join(' · ')}
      </small>
      {keeping && (
        <span class="deeds unprinted">
          <a href={to('write', { do: 'confirm', what: tie.id, named: what })} aria-label={`${words.confirmThis}: ${what}`}>
            {words.confirmThis}
          </a>
          <a href={to('write', { do: 'end', what: tie.id, named: what })} aria-label={`${words.endThis}: ${what}`}>
            {words.endThis}
          </a>
        </span>
      )}
    </li>
  )
}

/** Where it is known from, what came before and after it, and what changed. */
function Around({ node, on }: { node: Shown; on: string | undefined }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const [open, setOpen] = useState(false)
  const history = useAnswer(HistoryDocument, open ? { id: node.id, on } : null)
  return (
    <section class="around">
      {node.predecessors.length > 0 && (
        <p>
          {words.before}: <NodeLinks nodes={node.predecessors} />
        </p>
      )}
      {node.successors.length > 0 && (
        <p>
          {words.after}: <NodeLinks nodes={node.successors} />
        </p>
      )}
      <h2>{words.sources}</h2>
      <p>{node.confirmedAt ? `${words.confirmed} ${writing.date(node.confirmedAt)}` : words.neverConfirmed}</p>
      {node.sources.length ? (
        <ul>
          {node.sources.map((source, index) => (
            <li key={index}>
              {source.url && /^https?:/.test(source.url) ? (
                <a href={source.url} rel="noreferrer" target="_blank">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.retrieved && ` (${writing.date(source.retrieved)})`}
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.unsourced}</p>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)} class="unprinted">
        <summary>{words.showHistory}</summary>
        <Answer of={history}>
          {({ network }) => (
            <ol class="history">
              {network.node?.history?.map((change) => (
                <li key={change.version}>
                  {writing.date(change.at)}: {change.because} {change.by && `(${words.doneBy} ${change.by})`}
                </li>
              ))}
            </ol>
          )}
        </Answer>
      </details>
    </section>
  )
}
