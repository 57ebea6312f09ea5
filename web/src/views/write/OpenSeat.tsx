import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ViewProps } from '..'
import { ask, useAnswer } from '../../asking'
import { PageDocument, PutDocument } from '../../asked/graphql'
import { choicesIn, coalitionsOf, sectorsOf, Select, useChoices } from '../../parts/Choices'
import { Field, today } from '../../parts/forms'
import { Picker } from '../../parts/Picker'
import { useWords } from '../../words'
import { line, listed, Saving, type Values } from './saving'

export function OpenSeat({ at, on }: ViewProps): JSX.Element {
  const words = useWords()
  const choices = useChoices(on).answer
  const [coalition, setCoalition] = useState(at['coalition'] ?? '')
  const municipalities = useMunicipalities(coalition, on)
  return (
    <Saving write={async (values) => (await ask(PutDocument, { lines: linesOf(values), because: values['because'] ?? '' })).put}>
      <Select
        label={words.coalition}
        name="coalition"
        choices={coalitionsOf(choices)}
        value={coalition}
        empty={words.choose}
        required
        onChange={setCoalition}
      />
      <Field label={words.seatName} name="name" required maxLength={200} />
      <Select label={words.sector} name="sector" choices={sectorsOf(choices)} value={at['sector']} empty={words.choose} required />
      <Select label={words.mandate} name="mandate" choices={choicesIn(words.mandates)} value={at['mandate'] ?? 'ADVISE'} empty={null} />
      <Picker label={words.seatOrganisation} name="organisation" kinds={['ORGANISATION']} on={on} value={at['organisation']} />
      <Picker label={words.holder} name="person" kinds={['PERSON']} on={on} value={at['person']} />
      <Field label={words.sinceDate} name="since" type="date" required defaultValue={today()} />
      <fieldset class="wideField">
        <legend>
          {words.covers} ({words.coversHint})
        </legend>
        {municipalities.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" name="covers" value={id} defaultChecked={listed(at['covers']).includes(id)} />
            {name}
          </label>
        ))}
      </fieldset>
    </Saving>
  )
}

/** The municipalities of a coalition's area. */
function useMunicipalities(coalition: string, on: string | undefined): { id: string; name: string }[] {
  const page = useAnswer(PageDocument, coalition ? { id: coalition, on } : null).answer?.network.node
  const area = page?.__typename === 'Coalition' ? page.area[0]?.id : undefined
  const node = useAnswer(PageDocument, area ? { id: area, on } : null).answer?.network.node
  return node && 'municipalities' in node ? node.municipalities : []
}

function linesOf(values: Values): Record<string, unknown>[] {
  const { coalition, name, sector, mandate, organisation, person, since, covers } = values
  const seat = line({ node: 'Seat', id: '_:seat', name, sector, mandate, since })
  const from = (relation: string, to: string | undefined) => (to ? [{ relation, from: '_:seat', to, since }] : [])
  return [
    seat,
    ...from('SEAT_IN', coalition),
    ...from('SEAT_FOR', organisation),
    ...listed(covers).flatMap((id) => from('COVERS', id)),
    ...(person ? [{ relation: 'HOLDS', from: person, to: '_:seat', since }] : []),
  ]
}
