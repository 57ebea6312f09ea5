import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ViewProps } from '.'
import { go, to } from '../address'
import { ask, type Refusal, useAnswer } from '../asking'
import { type PersonFilter, WhoIsWhoDocument, type WhoIsWhoQuery } from '../asked/graphql'
import { csv, download } from '../files'
import { Answer, Refused } from '../parts/Answer'
import { AreaField, coalitionsOf, sectorsOf, Select, useChoices } from '../parts/Choices'
import { Field, onSubmit } from '../parts/forms'
import { NodeLink } from '../parts/NodeLink'
import { useWords, useWriting, type Words } from '../words'

type Person = NonNullable<WhoIsWhoQuery['network']['people']>['edges'][number]['node']

/** Who is who: on the screen, on paper, and as a spreadsheet. */
export function List({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const filter: PersonFilter = { sector: at['sector'], area: at['area'], coalition: at['coalition'], text: at['text'] }
  const people = useAnswer(WhoIsWhoDocument, { filter, on })
  return (
    <>
      <h1>{words.list}</h1>
      <p class="unprinted">{words.listIntro}</p>
      <form class="question" onSubmit={onSubmit((values) => go(to('list', values)))} key={at['text'] ?? ''}>
        <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={at['sector']} empty={words.all} />
        <AreaField choices={choices} on={on} value={at['area']} empty={words.all} />
        <Select label={words.coalition} name="coalition" choices={coalitionsOf(choices)} value={at['coalition']} empty={words.all} />
        <Field label={words.search} name="text" defaultValue={at['text'] ?? ''} maxLength={200} />
        <button type="submit" class="main">
          {words.show}
        </button>
      </form>
      <Answer of={people}>{({ network }) => <Listed network={network} filter={filter} on={on} key={JSON.stringify([filter, on])} />}</Answer>
    </>
  )
}

type ListedProps = { network: WhoIsWhoQuery['network']; filter: PersonFilter; on: string | undefined }

function Listed({ network, filter, on }: ListedProps): JSX.Element | null {
  const words = useWords()
  const writing = useWriting()
  const first = network.people
  const [more, setMore] = useState<Person[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!first) return null
  const shown = [...first.edges.map((edge) => edge.node), ...more]
  const everybody = async (): Promise<Person[]> => {
    const all = shown
    let page = first
    const found = [...first.edges.map((edge) => edge.node)]
    while (page.pageInfo.hasNextPage) {
      const next = (await ask(WhoIsWhoDocument, { filter, on, after: page.pageInfo.endCursor })).network.people
      if (!next) return all
      found.push(...next.edges.map((edge) => edge.node))
      page = next
    }
    setMore(found.slice(first.edges.length))
    return found
  }
  const doing = (work: (people: Person[]) => void) => () => everybody().then(work, setRefusal)
  const save = (people: Person[]) => download(`${words.list} ${network.asOf}.csv`, csv(rowsOf(people, words)))
  return (
    <>
      <p class="actions">
        <span role="status">
          {shown.length < first.totalCount ? words.showingFirst(shown.length, first.totalCount) : words.found(first.totalCount)}
        </span>
        {shown.length < first.totalCount && (
          <button type="button" onClick={doing(() => undefined)}>
            {words.more}
          </button>
        )}
        <button type="button" onClick={doing(() => setTimeout(print, 50))}>
          {words.print}
        </button>
        <button type="button" onClick={doing(save)}>
          {words.spreadsheet}
        </button>
      </p>
      {refusal && <Refused refusal={refusal} />}
      <p class="printed">{words.onDate(writing.date(network.asOf))}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={words.list}>
        <table class="who">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.functions}</th>
              <th scope="col">{words.seats}</th>
              <th scope="col">{words.reach}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <Row key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ person }: { person: Person }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <NodeLink node={person} />
      </th>
      <td>
        {person.functions.map((held, index) => (
          <div key={index}>
            {held.title && `${held.title}, `}
            <NodeLink node={held.organisation} />
          </div>
        ))}
      </td>
      <td>
        {person.holdings.map(({ seat }) => (
          <div key={seat.id}>
            <a href={to('node', { id: seat.id })}>{seat.name}</a>
          </div>
        ))}
      </td>
      <td>
        {person.email && (
          <div>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </div>
        )}
        {person.phone && <div>{person.phone}</div>}
        {[...new Set(person.functions.map((held) => held.organisation.mailbox).filter(Boolean))].map((mailbox) => (
          <div key={mailbox}>{mailbox}</div>
        ))}
      </td>
    </tr>
  )
}

function rowsOf(people: readonly Person[], words: Words): (string | null | undefined)[][] {
  const head = [words.person, words.jobTitle, words.organisation, words.themes, words.seats, words.email, words.phone, words.mailbox]
  const rows = people.flatMap((person) => {
    const seats = person.holdings.map(({ seat }) => `${seat.name} (${seat.coalition.name})`).join('; ')
    const functions = person.functions.length ? person.functions : [null]
    return functions.map((held) => [
      person.name,
      held?.title,
      held?.organisation.name,
      held?.themes.join('; '),
      seats,
      person.email,
      person.phone,
      held?.organisation.mailbox,
    ])
  })
  return [head, ...rows]
}
