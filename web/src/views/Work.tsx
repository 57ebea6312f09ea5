import type { JSX } from 'preact'
import type { ViewProps } from '.'
import { to } from '../address'
import { useAnswer } from '../asking'
import { WorkDocument } from '../asked/graphql'
import { Answer } from '../parts/Answer'
import { NodeLink } from '../parts/NodeLink'
import { isSteward, useViewer } from '../viewer'
import { useWords, useWriting } from '../words'

/** What there is to do for stewards, each with where to do it. */
export function Work(_: ViewProps): JSX.Element {
  const words = useWords()
  const writing = useWriting()
  const known = useViewer()
  const work = useAnswer(WorkDocument, isSteward(known) ? {} : null)
  return (
    <>
      <h1>{words.work}</h1>
      <p>{known.viewer && !isSteward(known) ? words.forStewards : words.workIntro}</p>
      <Answer of={work}>
        {({ worklist }) => (
          <>
            <h2>
              {words.notAsked} <small>({worklist?.confirmations?.totalCount ?? 0})</small>
            </h2>
            <ul class="ties">
              {worklist?.confirmations?.edges.map(({ node }) => (
                <li key={node.person.id}>
                  <NodeLink node={node.person} />{' '}
                  <small>
                    {words.confirmationStates[node.state]}, {words.askedOn.toLowerCase()} {writing.date(node.askedAt)}
                  </small>
                  <Confirming id={node.person.id} name={node.person.name} />
                </li>
              ))}
            </ul>
            {!worklist?.confirmations?.edges.length && <p>{words.nothing}</p>}
            <h2>
              {words.retention} <small>({worklist?.retentionDue?.totalCount ?? 0})</small>
            </h2>
            <ul class="ties">
              {worklist?.retentionDue?.edges.map(({ node }) => (
                <li key={node.id}>
                  <NodeLink node={node} />{' '}
                  <small>
                    {words.retainUntil.toLowerCase()} {writing.date(node.retainUntil)}
                  </small>
                </li>
              ))}
            </ul>
            {!worklist?.retentionDue?.edges.length && <p>{words.nothing}</p>}
          </>
        )}
      </Answer>
    </>
  )
}

function Confirming({ id, name }: { id: string; name: string }): JSX.Element {
  const words = useWords()
  return (
    <span class="deeds">
      <a href={to('write', { do: 'confirm', what: id })} aria-label={`${words.confirmThis}: ${name}`}>
        {words.confirmThis}
      </a>
    </span>
  )
}
