import type { JSX } from 'preact'
import { type Address, go, to } from '../address'
import { useViewer } from '../viewer'
import { useWords } from '../words'
import { AreaField, choicesIn, sectorsOf, Select, useChoices } from './Choices'
import { Field, onSubmit } from './forms'
import { Picker } from './Picker'

/** «Whom do I need?», as a form; its answer is an address. */
export function NeedForm({ at, on }: { at: Address; on: string | undefined }): JSX.Element {
  const words = useWords()
  const { viewer } = useViewer()
  const choices = useChoices(on).answer
  return (
    <form class="question" onSubmit={onSubmit((values) => go(to('contacts', values)))} key={`${at['theme'] ?? ''}`}>
      <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={at['sector']} />
      <AreaField choices={choices} on={on} value={at['area']} />
      <Field label={words.theme} name="theme" defaultValue={at['theme'] ?? ''} placeholder={words.themeHint} maxLength={200} />
      <Select label={words.mandate} name="mandate" choices={choicesIn(words.mandates)} value={at['mandate']} />
      <Picker
        label={words.me}
        hint={words.meHint}
        name="from"
        kinds={['PERSON', 'ORGANISATION', 'COALITION']}
        on={on}
        value={at['from'] ?? viewer?.person?.id}
      />
      <button type="submit" class="main">
        {words.ask}
      </button>
    </form>
  )
}
