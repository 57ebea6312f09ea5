import type { JSX } from 'preact'
import type { ViewProps } from '..'
import { ask } from '../../asking'
import { ConfirmDocument, EndDocument } from '../../asked/graphql'
import { Field, today } from '../../parts/forms'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { Saving } from './saving'

/** Says of a node, or of a relation that its page named, that it still holds, or until when it does. */
export function ConfirmOrEnd({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const ends = at['do'] === 'end'
  const named = at['named']
  return (
    <Saving
      withoutReason={!ends}
      button={ends ? words.endThis : words.confirmThis}
      shows={(_, values) => (named ? undefined : values['what'])}
      write={async ({ what = '', until = '', because = '' }) =>
        ends ? (await ask(EndDocument, { ids: [what], until, because })).end : (await ask(ConfirmDocument, { ids: [what] })).confirm
      }
    >
      {named ? (
        <p class="wideField">
          <strong>{named}</strong>
          <input type="hidden" name="what" value={at['what']} />
        </p>
      ) : (
        <Picker label={words.what} name="what" on={on} value={at['what']} required />
      )}
      {ends ? <Field label={words.endOn} name="until" type="date" required defaultValue={today()} /> : <p class="wideField">{words.confirmIntro}</p>}
    </Saving>
  )
}
