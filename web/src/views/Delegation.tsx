/** A coalition's table: what is needed, where, and what stands there; the gaps behind it. */
import type { JSX } from 'preact'
import { type Address, here, to } from '../address'
import { useAnswer } from '../asking'
import { type DelegationQuery, DelegationDocument, type TableCellFragment } from '../asked/graphql'
import { Answer } from '../parts/Answer'
import { NodeLink } from '../parts/NodeLink'
import { mayWrite, useViewer } from '../viewer'
import { useWords, useWriting, type Words, type Writing } from '../words'
import { Filled } from './Home'

type Representation = NonNullable<DelegationQuery['network']['representation']>
type Gap = Representation['gaps'][number]
type Rule = TableCellFragment['rule']

export function Delegation({ id, at, on }: { id: string; at: Address; on: string | undefined }): JSX.Element {
  const words = useWords()
  const delegation = useAnswer(DelegationDocument, { id, on })
  return (
    <section>
      <h2>{words.delegation}</h2>
      <Answer of={delegation}>
        {({ network: { representation } }) =>
          !representation?.cells.length ? (
            <p>{words.noRules}</p>
          ) : (
            <>
              <p>
                <Filled filled={representation.filled} required={representation.required} />
              </p>
              <Table cells={representation.cells} at={at} on={on} />
              <Gaps representation={representation} coalition={id} at={at} />
            </>
          )
        }
      </Answer>
    </section>
  )
}

type Row = { key: string; rule: Rule; cells: TableCellFragment[] }

function Table({ cells, at, on }: { cells: readonly TableCellFragment[]; at: Address; on: string | undefined }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const rows = rowsOf(cells)
  const municipalities = [...new Map(cells.flatMap((cell) => (cell.municipality ? [[cell.municipality.id, cell.municipality]] : []))).values()]
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={on ? `${words.delegation}, ${writing.date(on)}` : words.delegation}>
      <table class="delegation">
        <caption>{words.delegationCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            {municipalities.length ? (
              municipalities.map((municipality) => (
                <th scope="col" key={municipality.id}>
                  <a href={to('node', { id: municipality.id })}>{municipality.name}</a>
                </th>
              ))
            ) : (
              <th scope="col">{words.wholeArea}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {sectorsOf(row.rule)}
                <small>{words.atLeast(row.rule.minimum, words.mandates[row.rule.mandate])}</small>
              </th>
              {row.rule.per === 'COALITION'
                ? row.cells.map((cell) => <TableCell key={cell.id} cell={cell} at={at} span={Math.max(1, municipalities.length)} />)
                : municipalities.map(({ id }) => {
                    const cell = row.cells.find((cell) => cell.municipality?.id === id)
                    return cell ? <TableCell key={id} cell={cell} at={at} span={1} /> : <td key={id} />
                  })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Rules may be alike; each begins where a cell comes again. */
function rowsOf(cells: readonly TableCellFragment[]): Row[] {
  const rows: Row[] = []
  for (const cell of cells) {
    const key = JSON.stringify([cell.rule.sectors.map(({ id }) => id), cell.rule.minimum, cell.rule.per, cell.rule.mandate])
    const row = rows.find((row) => row.key === key && !row.cells.some((other) => other.municipality?.id === cell.municipality?.id))
    if (row) row.cells.push(cell)
    else rows.push({ key: rows.some((row) => row.key === key) ? `${key}${rows.length}` : key, rule: cell.rule, cells: [cell] })
  }
  return rows
}

function sectorsOf(rule: Rule): string {
  return rule.sectors.map(({ name }) => name).join(' / ')
}

function TableCell({ cell, at, span }: { cell: TableCellFragment; at: Address; span: number }): JSX.Element {
  const words = useWords()
  const chosen = at['cell'] === cell.id
  return (
    <td colSpan={span} class={`cell ${cell.state}`}>
      <a href={here({ cell: chosen ? null : cell.id }, at)} aria-current={chosen ? 'true' : undefined}>
        {words.states[cell.state]}
        {cell.rule.minimum > 1 && <small>{words.of(cell.filled, cell.rule.minimum)}</small>}
        <span class="unseen">
          : {sectorsOf(cell.rule)}, {cell.municipality?.name ?? words.wholeArea}
        </span>
      </a>
    </td>
  )
}

function Gaps({ representation, coalition, at }: { representation: Representation; coalition: string; at: Address }): JSX.Element {
  const words = useWords()
  const chosen = representation.cells.find((cell) => cell.id === at['cell'])
  const gaps = representation.gaps.filter((gap) => !chosen || gap.cell.id === chosen.id)
  return (
    <>
      {chosen && <Seats cell={chosen} />}
      <h2>{words.gaps}</h2>
      {chosen && (
        <p>
          <a href={here({ cell: null }, at)}>{words.showAllGaps}</a>
        </p>
      )}
      {representation.gaps.length === 0 && <p>{words.noGaps}</p>}
      <ol class="gaps">
        {gaps.map((gap) => (
          <OneGap key={gap.cell.id} gap={gap} coalition={coalition} />
        ))}
      </ol>
    </>
  )
}

function Seats({ cell }: { cell: TableCellFragment }): JSX.Element {
  const words = useWords()
  return (
    <section class="chosen" aria-live="polite">
      <h3>
        {sectorsOf(cell.rule)}, {cell.municipality?.name ?? words.wholeArea}: {words.states[cell.state]}
      </h3>
      <ul>
        {cell.seats.map((seat) => (
          <li key={seat.id}>
            <NodeLink node={seat} />: {words.states[seat.state]}, {words.mandates[seat.mandate]}{' '}
            {seat.holdings.map(({ id, person }) => (
              <NodeLink key={id} node={person} />
            ))}
          </li>
        ))}
        {cell.seats.length === 0 && <li>{words.states.NO_SEAT}</li>}
      </ul>
    </section>
  )
}

function OneGap({ gap, coalition }: { gap: Gap; coalition: string }): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const { cell } = gap
  return (
    <li class="gap">
      <h3>
        {sectorsOf(cell.rule)}, {cell.municipality?.name ?? words.wholeArea}{' '}
        <span class={`state ${cell.state}`}>{words.states[cell.state]}</span>
      </h3>
      <p>
        {words.weight}: {weightOf(gap, words, writing)}
      </p>
      <h4>{words.candidates}</h4>
      {gap.candidates.length === 0 && <p>{words.noCandidates}</p>}
      <ul class="ties">
        {gap.candidates.map((candidate) => (
          <Candidate key={candidate.person.id} candidate={candidate} gap={gap} coalition={coalition} />
        ))}
      </ul>
    </li>
  )
}

function Candidate({ candidate, gap, coalition }: { candidate: Gap['candidates'][number]; gap: Gap; coalition: string }): JSX.Element {
  const words = useWords()
  const known = useViewer()
  const held = candidate.function
  const seat = gap.cell.seats.find((seat) => !seat.until && (seat.state === 'VACANT' || seat.state === 'EXPIRED'))
  const facts = [
    held && [held.title, held.organisation.name].filter(Boolean).join(', '),
    candidate.handshakes === null || candidate.handshakes === undefined ? words.candidateFar : words.nearMember(candidate.handshakes),
    words.seatsHeld(candidate.seatsHeld),
  ]
  const over = candidate.path?.people.slice(0, -1).map(({ name }) => name)
  const appoint = seat
    ? to('write', { do: 'appoint', seat: seat.id, person: candidate.person.id })
    : to('write', {
        do: 'seat',
        coalition,
        sector: gap.cell.rule.sectors[0]?.id,
        covers: gap.cell.municipality?.id,
        mandate: gap.cell.rule.mandate,
        organisation: held?.organisation.id,
        person: candidate.person.id,
      })
  return (
    <li>
      <NodeLink node={candidate.person} /> <small>{facts.filter(Boolean).join(' · ')}</small>
      {over && over.length > 0 && <small> ({words.via.toLowerCase()} {over.join(' – ')})</small>}
      {mayWrite(known) && (
        <span class="deeds unprinted">
          <a href={appoint} aria-label={`${seat ? words.appointHere : words.openSeatHere}: ${candidate.person.name}`}>
            {seat ? words.appointHere : words.openSeatHere}
          </a>
        </span>
      )}
    </li>
  )
}

/** Unknown is said, and never shown as nothing. */
function weightOf({ weight }: Gap, words: Words, writing: Writing): string {
  const figures = [
    number(weight.pupils, words.pupils, writing),
    number(weight.places, words.places, writing),
    number(weight.children, words.children, writing),
  ].filter(Boolean)
  if (!figures.length) return words.weightUnknown
  const share = weight.share === null || weight.share === undefined ? '' : ` (${words.share(writing.percent(weight.share))})`
  return figures.join(', ') + share
}

function number(n: number | null | undefined, word: (n: string) => string, writing: Writing): string {
  return n === null || n === undefined ? '' : word(writing.number(n))
}
