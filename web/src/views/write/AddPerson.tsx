import type { JSX } from 'preact'
import type { ViewProps } from '..'
import { ask } from '../../asking'
import { PutDocument } from '../../asked/graphql'
import { Field, today } from '../../parts/forms'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { MaybeKnown, useDoubles } from './doubles'
import { line, listed, Saving, type Values } from './saving'

export function AddPerson({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const doubles = useDoubles(['PERSON'])
  return (
    <Saving
      before={(values) => doubles.look(values['name'] ?? '')}
      write={async (values) => (await ask(PutDocument, { lines: linesOf(values), because: values['because'] ?? '' })).put}
    >
      <Field label={words.fullName} name="name" required maxLength={200} />
      <Field label={words.email} name="email" type="email" />
      <Field label={words.phone} name="phone" type="tel" />
      <Field label={words.purpose} name="contactPurpose" />
      <Field label={words.retainUntil} name="retainUntil" type="date" />
      <Picker label={words.worksAt} name="organisation" kinds={['ORGANISATION']} on={on} value={at['organisation']} />
      <Field label={words.jobTitle} name="title" />
      <Field label={words.themes} name="themes" />
      <Field label={words.sinceDate} name="since" type="date" defaultValue={today()} />
      <MaybeKnown found={doubles.found} />
    </Saving>
  )
}

function linesOf(values: Values): Record<string, unknown>[] {
  const { name, email, phone, contactPurpose, retainUntil, organisation, title, themes, since } = values
  const person = line({ node: 'Person', id: '_:new', name, email, phone, contactPurpose, retainUntil })
  const held = listed(themes)
  const works = line({ relation: 'WORKS_FOR', from: '_:new', to: organisation, title, themes: held.length ? held : null, since })
  return organisation ? [person, works] : [person]
}
