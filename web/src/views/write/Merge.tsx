import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ViewProps } from '..'
import { ask, useAnswer } from '../../asking'
import { MergeDocument, PageDocument } from '../../asked/graphql'
import { Facts } from '../../parts/Facts'
import { NodeLink } from '../../parts/NodeLink'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { Saving } from './saving'

export function Merge({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const [keep, setKeep] = useState(at['keep'] ?? '')
  const [absorb, setAbsorb] = useState(at['absorb'] ?? '')
  return (
    <>
      <p>{words.mergeIntro}</p>
      <Saving
        shows={() => keep}
        write={async ({ because = '' }) => (await ask(MergeDocument, { keep, absorb, because })).merge}
      >
        <Picker label={words.keep} on={on} value={keep} required onPick={(node) => setKeep(node?.id ?? '')} />
        <Picker label={words.absorb} on={on} value={absorb} required onPick={(node) => setAbsorb(node?.id ?? '')} />
        <button
          type="button"
          onClick={() => {
            setKeep(absorb)
            setAbsorb(keep)
          }}
        >
          {words.swap}
        </button>
        <div class="two wideField">
          <Seen id={keep} on={on} />
          <Seen id={absorb} on={on} />
        </div>
      </Saving>
    </>
  )
}

/** What is known of each, to see that they are one and the same. */
function Seen({ id, on }: { id: string; on: string | undefined }): JSX.Element {
  const node = useAnswer(PageDocument, id ? { id, on } : null).answer?.network.node
  return (
    <div>
      {id && node?.id === id && (
        <>
          <NodeLink node={node} />
          <Facts node={node} />
        </>
      )}
    </div>
  )
}
