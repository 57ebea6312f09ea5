import type { ComponentType, JSX } from 'preact'
import type { ViewProps } from '..'
import { to } from '../../address'
import { isSteward, mayWrite, useViewer } from '../../viewer'
import { useWords } from '../../words'
import { AddOrganisation } from './AddOrganisation'
import { AddPerson } from './AddPerson'
import { Appoint } from './Appoint'
import { ConfirmOrEnd } from './ConfirmOrEnd'
import { Meeting } from './Meeting'
import { Merge } from './Merge'
import { OpenSeat } from './OpenSeat'

const FORMS = {
  person: AddPerson,
  organisation: AddOrganisation,
  appoint: Appoint,
  seat: OpenSeat,
  meeting: Meeting,
  confirm: ConfirmOrEnd,
  end: ConfirmOrEnd,
  merge: Merge,
} satisfies Record<string, ComponentType<ViewProps>>
type Task = keyof typeof FORMS

const OF_STEWARDS: readonly Task[] = ['person', 'organisation', 'merge']

/** What can be kept up; who may do what is the service's to say. */
export function Write({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const known = useViewer()
  const task = (Object.keys(FORMS) as Task[]).find((name) => name === at['do'])
  if (known.viewer && !mayWrite(known)) return <Closed />
  if (!task)
    return (
      <>
        <h1>{words.write}</h1>
        <p>{words.writeIntro}</p>
        <ul class="cards">
          {(Object.keys(FORMS) as Task[])
            .filter((name) => isSteward(known) || !OF_STEWARDS.includes(name))
            .map((name) => (
              <li key={name}>
                <a href={to('write', { do: name })}>{words.tasks[name]}</a>
              </li>
            ))}
        </ul>
      </>
    )
  const Form = FORMS[task]
  return (
    <div class="write">
      <p>
        <a href={to('write')}>{words.write}</a>
      </p>
      <h1>{words.tasks[task]}</h1>
      <Form key={task} at={at} on={on} />
    </div>
  )
}

function Closed(): JSX.Element {
  const words = useWords()
  return (
    <>
      <h1>{words.write}</h1>
      <p class="note">{words.mayNotWrite}</p>
    </>
  )
}
