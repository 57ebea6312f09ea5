import type { JSX } from 'preact'
import type { ViewProps } from '.'
import { go, here, to } from '../address'
import { useAnswer } from '../asking'
import { FoundDocument, type NodeKind } from '../asked/graphql'
import { Answer } from '../parts/Answer'
import { AreaField, choicesIn, sectorsOf, Select, useChoices } from '../parts/Choices'
import { describe } from '../parts/describe'
import { Field, onSubmit } from '../parts/forms'
import { NodeLink } from '../parts/NodeLink'
import { useWords } from '../words'

export function Search({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const { text = '', kind, sector, area, after } = at
  const found = useAnswer(FoundDocument, text ? { text, kinds: kind ? [kind as NodeKind] : null, sector, area, on, after } : null)
  return (
    <>
      <h1>{words.search}</h1>
      <form class="question" onSubmit={onSubmit((values) => go(to('search', values)))} key={text}>
        <Field label={words.text} name="text" defaultValue={text} placeholder={words.searchHint} required maxLength={200} />
        <Select label={words.kind} name="kind" choices={choicesIn(words.kinds)} value={kind} empty={words.all} />
        <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={sector} empty={words.all} />
        <AreaField choices={choices} on={on} value={area} empty={words.all} />
        <button type="submit" class="main">
          {words.search}
        </button>
      </form>
      <Answer of={found}>
        {({ network: { search } }) => (
          <>
            <p role="status">{search?.totalCount ? words.found(search.totalCount) : words.nothing}</p>
            <ul class="results">
              {search?.edges.map(({ node }) => (
                <li key={node.id}>
                  <NodeLink node={node} /> <small>{describe(node, words)}</small>
                </li>
              ))}
            </ul>
            {search?.pageInfo.hasNextPage && <a href={here({ after: search.pageInfo.endCursor }, at)}>{words.more}</a>}
          </>
        )}
      </Answer>
    </>
  )
}
