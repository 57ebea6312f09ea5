import type { JSX } from 'preact'
import type { ViewProps } from '.'
import { useAnswer } from '../asking'
import { OverviewDocument } from '../asked/graphql'
import { Answer } from '../parts/Answer'
import { NeedForm } from '../parts/NeedForm'
import { NodeLink } from '../parts/NodeLink'
import { useWords } from '../words'

/** Where one begins: a question, and the tables that there are. */
export function Home({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const overview = useAnswer(OverviewDocument, { on })
  return (
    <>
      <h1>{words.contacts}</h1>
      <p>{words.contactsIntro}</p>
      <NeedForm at={at} on={on} />
      <Answer of={overview}>
        {({ network }) => (
          <>
            <h2>{words.coalitions}</h2>
            <ul class="cards">
              {network.coalitions?.edges.map(({ node }) => (
                <li key={node.id}>
                  <NodeLink node={node} />
                  <small>
                    {[words.phases[node.phase], ...node.area.map((area) => area.name)].join(' · ')}
                  </small>
                  {node.representation && node.representation.required > 0 ? (
                    <Filled filled={node.representation.filled} required={node.representation.required} />
                  ) : (
                    <small>{words.noRules}</small>
                  )}
                </li>
              ))}
            </ul>
            <h2>{words.programmes}</h2>
            <ul class="ties">
              {network.programmes?.edges.map(({ node }) => (
                <li key={node.id}>
                  <NodeLink node={node} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </>
  )
}

export function Filled({ filled, required }: { filled: number; required: number }): JSX.Element {
  const words = useWords()
  return (
    <span class="filled">
      <progress value={filled} max={required} aria-hidden="true" />
      {words.seatsFilled(filled, required)}
    </span>
  )
}
