import type { JSX } from 'preact'
import type { ViewProps } from '..'
import { ask } from '../../asking'
import { AppointDocument } from '../../asked/graphql'
import { Field, today } from '../../parts/forms'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { Saving } from './saving'

export function Appoint({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  return (
    <Saving
      shows={(_, values) => values['seat']}
      write={async ({ seat = '', person = '', since = '', because = '' }) =>
        (await ask(AppointDocument, { seat, person, since, because })).appoint
      }
    >
      <Picker label={words.seat} name="seat" kinds={['SEAT']} on={on} value={at['seat']} required />
      <Picker label={words.who} name="person" kinds={['PERSON']} on={on} value={at['person']} required />
      <Field label={words.sinceDate} name="since" type="date" required defaultValue={today()} />
    </Saving>
  )
}
